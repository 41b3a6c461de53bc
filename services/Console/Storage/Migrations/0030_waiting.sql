-- What other services may rely on: orders that operators gave and may still take back, or that are on their way.
create view console.waiting_order as
select event_id, workflow, task, scope, recorded_at from console.order where state in ('pending', 'sent');

grant usage on schema console to wr_scorer;
grant select on console.waiting_order to wr_scorer;
