-- The trace that a revision belongs to is kept with it, since the message that tells of it is forgotten after some days.
alter table scorer.recommendation add column trace_parent text;
update scorer.recommendation r set trace_parent = o.trace_parent from scorer.outgoing_message o where o.message_id = r.message_id;

create or replace view scorer.told_revision as
select event_id, revision, workflow, task, reported_at, recommended_at, action, disposition, confidence, blinded, body, trace_parent
from scorer.recommendation;
