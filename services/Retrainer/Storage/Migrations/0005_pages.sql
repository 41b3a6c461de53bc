-- How the service stands with its tables and with what it has to send.
create view retrainer.service_standing as
select (select max(number) from retrainer.schema_migration) as schema_number,
       (select count(*) from retrainer.outgoing_message where published_at is null) as waiting,
       (select min(created_at) from retrainer.outgoing_message where published_at is null) as oldest_waiting_at;

grant usage on schema retrainer to wr_console;
grant select on retrainer.known_set, retrainer.model_version, retrainer.recorded_move, retrainer.handled_request to wr_console;
grant select on retrainer.training_run, retrainer.drift_state, retrainer.drift_found, retrainer.service_standing to wr_console;
