create index on scorer.recommendation (recommended_at) where revision = 1;

-- What other services may rely on: where the newest round of each task stands, of workflows that have not left
-- assistance since, with what was published of it. The body of a blinded case holds nothing of what is thought of it.
create view scorer.open_case as
select c.event_id, c.workflow, c.task, c.family, c.reported_at, c.revision, c.matrix_revision, c.disposition, r.action, r.confidence,
       c.expires_at, c.answered_at, c.dominant_code, c.attempt, r.blinded, r.recommended_at, r.matrix_id, r.body, came.recommended_at as opened_at
from scorer.recovery_case c
join scorer.recommendation r on r.event_id = c.event_id and r.revision = c.revision
join scorer.recommendation came on came.event_id = c.event_id and came.revision = 1
where not exists (select from scorer.recovery_case newer where newer.task = c.task and newer.reported_at > c.reported_at)
    and not exists (select from scorer.departure d where d.workflow = c.workflow and d.left_at >= c.reported_at);

-- Whoever listens to scorer_case hears the event of every case that changed. Transactions that notify commit one after
-- the other, each waiting for the disk; so of a recommendation it is told with the mark that it went out, which does not wait.
create function scorer.tell_of_recommendation() returns trigger language plpgsql as $$
begin
    perform pg_notify('scorer_case', r.event_id::text) from scorer.recommendation r where r.message_id = new.message_id;
    return null;
end $$;

create trigger tell_of_recommendation after update on scorer.outgoing_message for each row
when (old.published_at is null and new.published_at is not null) execute function scorer.tell_of_recommendation();

create function scorer.tell_of_answer() returns trigger language plpgsql as $$
begin
    perform pg_notify('scorer_case', new.event_id::text);
    return null;
end $$;

create trigger tell_of_answer after update on scorer.recovery_case for each row
when (old.revision = new.revision) execute function scorer.tell_of_answer();

create function scorer.tell_of_departure() returns trigger language plpgsql as $$
begin
    perform pg_notify('scorer_case', c.event_id::text) from scorer.recovery_case c where c.workflow = new.workflow and c.reported_at <= new.left_at;
    return null;
end $$;

create trigger tell_of_departure after insert on scorer.departure for each row execute function scorer.tell_of_departure();

grant usage on schema scorer to wr_console;
grant select on scorer.open_case to wr_console;
