create index on ingestor.assistance_event (received_at);

-- When the newest event came in.
create view ingestor.newest_event as
select max(received_at) as received_at from ingestor.assistance_event;

-- How the service stands with its tables and with what it has to send.
create view ingestor.service_standing as
select (select max(number) from ingestor.schema_migration) as schema_number,
       (select count(*) from ingestor.outgoing_message where published_at is null) as waiting,
       (select min(created_at) from ingestor.outgoing_message where published_at is null) as oldest_waiting_at;

grant select on ingestor.newest_event, ingestor.service_standing to wr_console;
