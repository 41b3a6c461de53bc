-- The command line shows the queue.
grant select on ingestor.taken_up_action to wr_cli;
