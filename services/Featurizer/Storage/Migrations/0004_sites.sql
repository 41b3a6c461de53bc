-- What others may rely on: sites that are drained or disabled now.
create view featurizer.unavailable_site as
select site from (
    select distinct on (site) site, status from featurizer.site_status
    where effective_at <= now() and status is not null
    order by site, effective_at desc, source desc) as newest
where status in ('drain', 'disabled');

grant select on featurizer.unavailable_site to wr_scorer, wr_console;
