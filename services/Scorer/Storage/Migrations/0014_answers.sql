-- When the order that answers a case came in, and what it says beside its bins; unknown of answers that are older than this.
alter table scorer.answer add column received_at timestamptz, add column memory_mb int, add column ordered_splitting text, add column parameters_given boolean;
create index on scorer.answer (received_at);

create or replace view scorer.answered_case as
select a.event_id, a.revision, c.workflow, c.task, c.reported_at, a.recorded_at, a.action, a.memory, a.splitting, a.xrootd, a.secondary,
       a.cores, a.recommended_action, a.confidence, a.probability, a.likelier, a.agreed_action, a.agreed_order, a.agreed_plan, a.blinded,
       a.accepted, a.disposition, a.cell, a.category, a.run_id, a.model_version, coalesce(r.content_plans, r.plans) as plans,
       a.action_key, a.received_at, a.memory_mb, a.parameters_given, a.ordered_splitting
from scorer.answer a
join scorer.recovery_case c on c.event_id = a.event_id
join scorer.recommendation r on r.event_id = a.event_id and r.revision = a.revision;
