-- What the scorer made of an order: the revision, and until when that may be acted on. One that nobody took up in time no longer counts
-- once another takes its place.
alter table console.order add column revision int, add column expires_at timestamptz;
alter table console.order drop constraint order_state_check;
alter table console.order add constraint order_state_check
    check (state in ('pending', 'undone', 'sent', 'approved', 'refused', 'withdrawn', 'expired'));

create index on console.served_document (reported_at) where reported_at is not null;
