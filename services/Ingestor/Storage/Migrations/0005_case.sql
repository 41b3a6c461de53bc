grant usage on schema ingestor to wr_console;
grant select on ingestor.recorded_action, ingestor.taken_action to wr_console;
