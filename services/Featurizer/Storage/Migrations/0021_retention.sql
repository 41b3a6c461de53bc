-- What no report is compared with any more is removed by the service, in small parts.
create index on featurizer.site_status (effective_at);

grant delete on featurizer.seen_task, featurizer.site_status to wr_featurizer;
