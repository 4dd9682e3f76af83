-- Deploy gamekeeper:slots/learning/experience to pg
-- requires: slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type slots.experience as (
  obs jsonb,
  action jsonb,
  reward double precision,
  next_obs jsonb,
  terminated boolean,
  truncated boolean,
  info jsonb,
  session_id uuid,
  event_index bigint,
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
comment on type slots.experience is 'One step in the Gymnasium step convention: as documents, and as typed columns. Numbers are float64 by declaration.';
comment on column slots.experience.obs is 'Observation before the action; that of the first step of an episode is what a reset gives.';
comment on column slots.experience.action is 'The action.';
comment on column slots.experience.reward is 'Its reward.';
comment on column slots.experience.next_obs is 'Observation after the action: always the obs of the next step.';
comment on column slots.experience.terminated is 'Whether this action ended the episode: a CashOut by slots.act.';
comment on column slots.experience.truncated is
  'Whether something else ended the episode here: a timeout, a closed account, slots.transition; or the episode goes on and this is its last step so far.';
comment on column slots.experience.info is
  '{"session_id", "event_index", "balance"}: the episode and the step, also the cursor after this row; the balance of the wallet after it.';
comment on column slots.experience.session_id is 'The episode.';
comment on column slots.experience.event_index is 'The step, from 1 without gaps.';
comment on column slots.experience.game_id is 'The game.';
comment on column slots.experience.policy is 'Who chose the action: name@version; null where nobody said.';
comment on column slots.experience.probability is 'Probability with which that policy chose it; null where nobody said.';
comment on column slots.experience.created_at is 'Instant of the action.';
comment on column slots.experience._v is 'Form of the documents: rl_store._v.';
comment on column slots.experience.obs_state is 'obs.state.';
comment on column slots.experience.obs_balance_change is 'obs.balanceChange: what the episode has won or lost; null in form 1.';
comment on column slots.experience.obs_pending_bet is 'obs.pendingBet: 0 without a bet.';
comment on column slots.experience.obs_spins is 'obs.spins.';
comment on column slots.experience.action_type is 'PlaceBet, Spin or CashOut.';
comment on column slots.experience.action_amount is 'Stake of a bet, or of a Spin that bets and draws at once; else null.';
comment on column slots.experience.action_next_amount is 'Stake that a Spin places after it; else null.';
comment on column slots.experience.next_obs_state is 'next_obs.state.';
comment on column slots.experience.next_obs_balance_change is 'next_obs.balanceChange.';
comment on column slots.experience.next_obs_pending_bet is 'next_obs.pendingBet.';
comment on column slots.experience.next_obs_spins is 'next_obs.spins.';
commit;
