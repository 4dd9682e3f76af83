-- Deploy gamekeeper:slots/datasets/rl_dataset_steps to pg
-- requires: slots/learning/rl_store slots/datasets/rl_dataset_episodes slots/datasets/rl_action_name
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A CashOut plays the pending bet first, as a step that nobody chose: both are one choice here, made where the bet was pending.
create view slots.rl_dataset_steps
with (security_invoker = true)
as
select
  p.dataset,
  p.session_id,
  p.event_index,
  p.state,
  case when p.is_opening then p.action_after else p.action end as action,
  case when p.is_opening then p.probability_after else p.probability end as probability,
  case when p.is_opening then p.reward + p.reward_after else p.reward end as reward,
  case when not p.is_opening and p.event_index < p.last_index then p.next_state end as next_state,
  case when p.is_opening then p.truncated_after else p.truncated end is not true as is_chosen
from (
  select
    o.*,
    lag(o.is_opening) over (partition by o.dataset, o.session_id order by o.event_index) as is_closing
  from (
    select
      n.*,
      (n.action = 'Spin' and n.probability is null and n.action_after = 'CashOut' and n.created_at = n.created_after) is true as is_opening
    from (
      select
        s.*,
        lead(s.action) over (partition by s.dataset, s.session_id order by s.event_index) as action_after,
        lead(s.probability) over (partition by s.dataset, s.session_id order by s.event_index) as probability_after,
        lead(s.reward) over (partition by s.dataset, s.session_id order by s.event_index) as reward_after,
        lead(s.truncated) over (partition by s.dataset, s.session_id order by s.event_index) as truncated_after,
        lead(s.created_at) over (partition by s.dataset, s.session_id order by s.event_index) as created_after
      from (
        select
          e.dataset, e.session_id, r.event_index, e.last_index, r.state ->> 'state' as state, slots.rl_action_name(r.action) as action,
          r.probability, r.reward, r.next_state ->> 'state' as next_state, r.truncated, r.created_at
        from slots.rl_dataset_episodes as e
        join slots.rl_store as r
          on r.session_id = e.session_id and r.event_index <= e.last_index and r.created_at between e.began_at and e.ended_at
      ) as s
    ) as n
  ) as o
) as p
where p.is_closing is not true;
comment on view slots.rl_dataset_steps is 'What slots.rl_evaluate reads of the steps of a dataset. Not granted to clients.';
comment on column slots.rl_dataset_steps.dataset is 'The dataset.';
comment on column slots.rl_dataset_steps.session_id is 'The episode.';
comment on column slots.rl_dataset_steps.event_index is 'The step.';
comment on column slots.rl_dataset_steps.state is 'obs.state.';
comment on column slots.rl_dataset_steps.action is 'The action, as slots.rl_action_name calls it.';
comment on column slots.rl_dataset_steps.probability is 'Probability with which it was chosen; null where nobody said.';
comment on column slots.rl_dataset_steps.reward is 'Its reward.';
comment on column slots.rl_dataset_steps.next_state is 'next_obs.state; null for the last step of the episode.';
comment on column slots.rl_dataset_steps.is_chosen is 'Whether a policy chose it; false where something else ended the episode with it.';
commit;
