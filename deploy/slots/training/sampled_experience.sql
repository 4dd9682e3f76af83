-- Deploy gamekeeper:slots/training/sampled_experience to pg
-- requires: slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type slots.sampled_experience as (
  obs jsonb,
  action jsonb,
  reward double precision,
  next_obs jsonb,
  terminated boolean,
  truncated boolean,
  info jsonb,
  id bigint,
  draw integer,
  steps integer,
  discount double precision,
  priority double precision,
  weight double precision,
  game_id uuid,
  policy text,
  probability double precision,
  created_at timestamptz,
  _v smallint,
  obs_state text,
  obs_balance_change double precision,
  obs_pending_bet double precision,
  obs_spins bigint,
  action_type text,
  action_amount double precision,
  action_next_amount double precision,
  next_obs_state text,
  next_obs_balance_change double precision,
  next_obs_pending_bet double precision,
  next_obs_spins bigint
);
comment on type slots.sampled_experience is 'A row of slots.rl_sample: an experience, or n of one episode folded into one.';
comment on column slots.sampled_experience.obs is 'Observation before the action.';
comment on column slots.sampled_experience.action is 'The action.';
comment on column slots.sampled_experience.reward is 'Sum of the rewards of the steps taken, each times gamma to the number of steps before it.';
comment on column slots.sampled_experience.next_obs is 'Observation after the last of these steps.';
comment on column slots.sampled_experience.terminated is 'Whether the player ended the episode with the last of these steps.';
comment on column slots.sampled_experience.truncated is 'Whether something else ended it there, or there are no n steps yet.';
comment on column slots.sampled_experience.info is '{"session_id", "event_index", "balance"} of the first of these steps.';
comment on column slots.sampled_experience.id is 'What slots.rl_update_priorities knows the experience by.';
comment on column slots.sampled_experience.draw is 'Which draw of the batch, from 1: rows of one episode or slice share it.';
comment on column slots.sampled_experience.steps is 'How many steps were taken: n_step, or fewer where the episode ends before.';
comment on column slots.sampled_experience.discount is 'gamma to the number of steps: what the value of next_obs counts.';
comment on column slots.sampled_experience.priority is 'Its priority; null where the strategy is another.';
comment on column slots.sampled_experience.weight is 'Importance weight (N P)^-beta over the greatest of all experiences; 1 where the strategy is another.';
comment on column slots.sampled_experience.game_id is 'The game.';
comment on column slots.sampled_experience.policy is 'Who chose the action: name@version; null where nobody said.';
comment on column slots.sampled_experience.probability is 'Probability with which that policy chose it.';
comment on column slots.sampled_experience.created_at is 'Instant of the action.';
comment on column slots.sampled_experience._v is 'Form of the documents.';
comment on column slots.sampled_experience.obs_state is 'As in slots.experience.';
comment on column slots.sampled_experience.obs_balance_change is 'As in slots.experience.';
comment on column slots.sampled_experience.obs_pending_bet is 'As in slots.experience.';
comment on column slots.sampled_experience.obs_spins is 'As in slots.experience.';
comment on column slots.sampled_experience.action_type is 'As in slots.experience.';
comment on column slots.sampled_experience.action_amount is 'As in slots.experience.';
comment on column slots.sampled_experience.action_next_amount is 'As in slots.experience.';
comment on column slots.sampled_experience.next_obs_state is 'As in slots.experience.';
comment on column slots.sampled_experience.next_obs_balance_change is 'As in slots.experience.';
comment on column slots.sampled_experience.next_obs_pending_bet is 'As in slots.experience.';
comment on column slots.sampled_experience.next_obs_spins is 'As in slots.experience.';
commit;
