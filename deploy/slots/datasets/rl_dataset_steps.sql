-- Deploy gamekeeper:slots/datasets/rl_dataset_steps to pg
-- requires: slots/learning/rl_store slots/datasets/rl_dataset_episodes slots/datasets/rl_action_name
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create view slots.rl_dataset_steps
with (security_invoker = true)
as
select
  e.dataset,
  e.session_id,
  s.event_index,
  s.state ->> 'state' as state,
  slots.rl_action_name(s.action) as action,
  s.probability,
  s.reward,
  case when s.event_index < e.last_index then s.next_state ->> 'state' end as next_state
from slots.rl_dataset_episodes as e
join slots.rl_store as s
  on s.session_id = e.session_id and s.event_index <= e.last_index and s.created_at between e.began_at and e.ended_at;
comment on view slots.rl_dataset_steps is 'What slots.rl_evaluate reads of the steps of a dataset. Not granted to clients.';
comment on column slots.rl_dataset_steps.dataset is 'The dataset.';
comment on column slots.rl_dataset_steps.session_id is 'The episode.';
comment on column slots.rl_dataset_steps.event_index is 'The step.';
comment on column slots.rl_dataset_steps.state is 'obs.state.';
comment on column slots.rl_dataset_steps.action is 'The action, as slots.rl_action_name calls it.';
comment on column slots.rl_dataset_steps.probability is 'Probability with which it was chosen; null where nobody said.';
comment on column slots.rl_dataset_steps.reward is 'Its reward.';
comment on column slots.rl_dataset_steps.next_state is 'next_obs.state; null for the last step of the episode.';
commit;
