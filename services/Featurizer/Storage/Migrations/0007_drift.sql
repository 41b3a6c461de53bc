-- Whoever looks whether there is anything new, again and again, finds the newest matrix and the newest reports without reading all.
create index on featurizer.matrix (created_at);
grant select on featurizer.reported_task to wr_retrainer;
