-- The command line shows the queue.
grant select on scorer.open_case to wr_cli;
