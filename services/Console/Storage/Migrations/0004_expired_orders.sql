-- An order that nobody took up in time may be given anew; then it does not count any more.
alter table console.order drop constraint order_state_check;
alter table console.order add constraint order_state_check
    check (state in ('pending', 'undone', 'sent', 'approved', 'refused', 'withdrawn', 'expired'));

create index on console.order (event_id);
