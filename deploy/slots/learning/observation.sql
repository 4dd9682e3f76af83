-- Deploy gamekeeper:slots/learning/observation to pg
-- requires: slots/sessions/game_state
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.observation(state slots.game_state, balance numeric, pending_bet numeric, spins bigint)
returns jsonb
language sql
stable
parallel safe
return jsonb_build_object(
  'state', observation.state,
  'balance', observation.balance,
  'pendingBet', coalesce(observation.pending_bet, 0),
  'spins', observation.spins
);
comment on function slots.observation(slots.game_state, numeric, numeric, bigint) is
  'What an agent sees of a session, as rl_store.state holds it: {"state", "balance" (null without a wallet), "pendingBet", "spins"}. [helper]';
revoke all on function slots.observation(slots.game_state, numeric, numeric, bigint) from public;
commit;
