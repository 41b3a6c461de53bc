create index on scorer.recommendation (recommended_at);

-- Answers by week, with what was recommended.
create view scorer.answered_week as
select date_trunc('week', recorded_at at time zone 'UTC') at time zone 'UTC' as week, recommended_action, action, count(*) as answers,
       count(*) filter (where agreed_action) as agreed_action, count(*) filter (where agreed_plan) as agreed_plan
from scorer.answer group by 1, 2, 3;

-- Whether confidence keeps its promise: answers by tenth of the probability that was promised, newest 10,000.
create view scorer.kept_promise as
select least(floor(confidence * 10), 9)::int as tenth, count(*) as answers, avg(confidence) as promised,
       count(*) filter (where agreed_order) as agreed, count(*) filter (where likelier < 0.95) as covered
from (select confidence, agreed_order, likelier from scorer.answer
      where confidence is not null and agreed_order is not null and likelier is not null
      order by recorded_at desc limit 10000) newest
group by 1;

-- What of the budgets for automatic recommendations was used.
create view scorer.used_budget as
select kind, key, window_start, used, most from scorer.budget_use;

-- When the newest recommendation was made.
create view scorer.newest_recommendation as
select max(recommended_at) as recommended_at from scorer.recommendation;

-- How the service stands with its tables and with what it has to send.
create view scorer.service_standing as
select (select max(number) from scorer.schema_migration) as schema_number,
       (select count(*) from scorer.outgoing_message where published_at is null) as waiting,
       (select min(created_at) from scorer.outgoing_message where published_at is null) as oldest_waiting_at;

grant select on scorer.answered_week, scorer.kept_promise, scorer.used_budget, scorer.newest_recommendation, scorer.service_standing to wr_console;
grant select on scorer.cell_record, scorer.automatic_switch, scorer.shadow_case, scorer.answered_case to wr_console;
grant insert (is_on, switched_by, why) on scorer.automatic_switch to wr_console;
