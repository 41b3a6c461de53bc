grant select on ingestor.recorded_action to wr_console;
