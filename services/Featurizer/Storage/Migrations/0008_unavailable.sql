-- The same as before, a look at the index for each site in place of all that was ever said of them.
create or replace view featurizer.unavailable_site as
with recursive known as (
    (select site from featurizer.site_status order by site limit 1)
    union all
    select (select s.site from featurizer.site_status s where s.site > known.site order by s.site limit 1) from known where known.site is not null)
select known.site from known
cross join lateral (
    select s.status from featurizer.site_status s
    where s.site = known.site and s.effective_at <= now() and s.status is not null
    order by s.effective_at desc, s.source desc limit 1) newest
where newest.status in ('drain', 'disabled');
