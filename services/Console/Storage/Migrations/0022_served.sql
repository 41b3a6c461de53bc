-- What executors that poll were told long ago is forgotten.
create index on console.served_document (served_at);
create index on console.served_order (served_at);
grant delete on console.served_document, console.served_order to wr_console;
