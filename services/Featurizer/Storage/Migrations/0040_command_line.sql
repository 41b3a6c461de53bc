-- The command line shows the queue.
grant select on featurizer.reported_event to wr_cli;
