-- What other services may rely on: each revision as it was published, with the trace that it belongs to, as long as that is kept.
-- Of a blinded case it holds nothing of what is thought of it.
create view scorer.told_revision as
select r.event_id, r.revision, r.workflow, r.task, r.reported_at, r.recommended_at, r.action, r.disposition, r.confidence, r.blinded, r.body, o.trace_parent
from scorer.recommendation r left join scorer.outgoing_message o on o.message_id = r.message_id;

-- Workflows that left assistance.
create view scorer.left_workflow as
select workflow, left_at, status from scorer.departure;

grant select on scorer.told_revision, scorer.left_workflow, scorer.unblinded_case, scorer.recovery_success to wr_console;
