grant select on featurizer.event_matrix to wr_console;
