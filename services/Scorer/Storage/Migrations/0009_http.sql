-- What others may rely on: what was recommended of each task, without what operators made of it; of a blinded case no action is told.
create view scorer.predicted_task as
select event_id, revision, workflow, task, reported_at, action, disposition
from scorer.recommendation where disposition not in ('approved', 'withdrawn');

-- Workflows of the same family that are or were in assistance.
create view scorer.family_workflow as
select distinct family, workflow from scorer.recovery_case where family is not null;

grant select on scorer.predicted_task, scorer.family_workflow to wr_console;
