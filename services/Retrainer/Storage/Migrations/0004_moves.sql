-- Which sets a rollback leads through is told by the moves: a set was gone back to, or put on top of what was active.
alter table retrainer.model_move add column is_rollback boolean not null default false;
update retrainer.model_move set is_rollback = true where to_state = 'active' and why like 'rolled back from %';
alter table retrainer.model_move alter column is_rollback drop default;

-- Sets that were active before moves were recorded come before all of them.
insert into retrainer.model_move (number, run_id, from_state, to_state, moved_at, moved_by, why, is_rollback)
overriding system value
select row_number() over (order by s.promoted_at, s.run_id) - count(*) over (), s.run_id, 'candidate', 'active', s.promoted_at, 'retrainer',
       'active before moves were recorded', false
from retrainer.model_set s
where s.promoted_at is not null and not exists (select from retrainer.model_move m where m.run_id = s.run_id and m.to_state = 'active');
