-- Which actions and which whole plans could not be ruled out, by the bounds of the set that was asked. No actions: nothing was
-- measured; no plans beside actions: none was ruled out. It tells what is thought of a case, so it is in no view of cases.
alter table scorer.recommendation add column action_set text[], add column plan_set jsonb;

-- Whether the order was among them, how many plans there were, and whether it answers what its operator had been shown.
alter table scorer.answer add column in_action_set boolean, add column in_plan_set boolean, add column plans_in_set int,
    add column prompted boolean not null default false;
update scorer.answer set prompted = accepted;

create index on scorer.answer (run_id);

-- What other services may rely on: answers by kind of case.
create view scorer.cell_answer as
select a.event_id, a.cell, a.run_id, c.workflow, a.recorded_at, a.agreed_plan, a.prompted
from scorer.answer a join scorer.recovery_case c using (event_id)
where a.cell is not null and a.agreed_plan is not null;

-- The record of each kind of case: of answers to one set of models or, when there is a time, of all since then. The tasks of a workflow
-- fail and are answered together, so a workflow counts once, as agreed if all its tasks are, and as prompted if any of them is.
drop view scorer.cell_record;
create function scorer.cell_record(of_run uuid, since timestamptz)
returns table (cell text, answers bigint, agreed bigint, prompted bigint, prompted_agreed bigint) language sql stable as $$
    select w.cell, count(*) filter (where not w.prompted), count(*) filter (where not w.prompted and w.agreed),
           count(*) filter (where w.prompted), count(*) filter (where w.prompted and w.agreed)
    from (select a.cell, a.workflow, bool_and(a.agreed_plan) as agreed, bool_or(a.prompted) as prompted
          from scorer.cell_answer a
          where (since is null and a.run_id is not distinct from of_run) or a.recorded_at >= since
          group by a.cell, a.workflow) w
    group by w.cell
$$;

-- Whether each answered order was among what could not be ruled out.
create view scorer.covered_answer as
select a.event_id, c.workflow, c.reported_at, a.recorded_at, a.run_id, a.in_action_set, a.in_plan_set, a.plans_in_set, a.prompted
from scorer.answer a join scorer.recovery_case c using (event_id)
where a.in_action_set is not null;

-- The same by set of models: a workflow counts once, as covered if all its tasks are.
create view scorer.live_coverage as
select run_id, prompted, count(*) as workflows, count(*) filter (where in_action_set) as actions_covered, count(*) filter (where in_plan_set) as plans_covered,
       count(*) filter (where one_plan) as one_plan, count(*) filter (where one_plan and in_plan_set) as one_plan_right, max(recorded_at) as newest_at
from (select run_id, workflow, bool_or(prompted) as prompted, bool_and(in_action_set) as in_action_set, bool_and(in_plan_set) as in_plan_set,
             bool_and(plans_in_set is not distinct from 1) as one_plan, max(recorded_at) as recorded_at
      from scorer.covered_answer where run_id is not null
      group by run_id, workflow) of_workflow
group by run_id, prompted;

-- Whether confidence, the probability of the whole plan, keeps its promise: answers by tenth of what was promised, newest 10,000.
drop view scorer.kept_promise;
create view scorer.kept_promise as
select least(floor(confidence * 10), 9)::int as tenth, count(*) as answers, avg(confidence) as promised, count(*) filter (where agreed_plan) as agreed
from (select confidence, agreed_plan from scorer.answer
      where confidence is not null and agreed_plan is not null
      order by recorded_at desc limit 10000) newest
group by 1;

grant select on scorer.cell_answer, scorer.live_coverage to wr_scorer, wr_cli, wr_console;
grant select on scorer.covered_answer to wr_cli;
grant select on scorer.kept_promise to wr_console;
