-- Deploy gamekeeper:slots/play/record_step to pg
-- requires: core/keys/uuid_v7 slots/sessions/game_state slots/sessions/can_transition slots/sessions/sessions slots/sessions/gameplay_events slots/learning/rl_store slots/learning/observation slots/play/act_result
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.record_step(
  before slots.sessions, after slots.sessions, balance_before numeric, balance_after numeric,
  action jsonb, result jsonb, reward numeric, nonce bigint, at timestamptz
)
returns slots.act_result
language plpgsql
volatile
as $$
declare
  _before constant slots.sessions := record_step.before;
  _after constant slots.sessions := record_step.after;
  _result slots.act_result;
begin
  _result.state := _after.state;
  _result.result := record_step.result;
  _result.reward := record_step.reward::double precision;
  _result.balance := record_step.balance_after;
  _result.event_id := core.uuid_v7();
  _result.event_index := _before.event_count + 1;
  _result.nonce := record_step.nonce;

  -- the state machine has no step from Initialized or Probing to Evaluating, nor from Playing to Completed
  if not slots.can_transition(_before.state, _after.state) then
    update slots.sessions as s
    set
      state = case _after.state when 'Completed' then 'Evaluating' else 'Playing' end::slots.game_state,
      pending_bet = null, pending_fee = null, bet_placed_at = null
    where s.session_id = _after.session_id;
  end if;
  update slots.sessions as s
  set
    state = _after.state,
    pending_bet = _after.pending_bet,
    pending_fee = _after.pending_fee,
    bet_placed_at = _after.bet_placed_at,
    decided_in = _after.decided_in,
    metrics = _after.metrics,
    event_count = _result.event_index,
    last_event_at = record_step.at,
    nonce = _after.nonce
  where s.session_id = _after.session_id;

  insert into slots.gameplay_events (
    session_id, event_index, event_id, owner_id, action, result, timestamp, reward, state, balance, seed_no, nonce
  )
  values (
    _after.session_id, _result.event_index, _result.event_id, _after.owner_id, record_step.action, _result.result,
    record_step.at, _result.reward, _result.state, _result.balance,
    case when record_step.nonce is not null then _after.seed_no end, record_step.nonce
  );
  insert into slots.rl_store (session_id, event_index, id, owner_id, state, action, reward, next_state, done, created_at)
  values (
    _after.session_id, _result.event_index, _result.event_id, _after.owner_id,
    slots.observation(
      _before.state, record_step.balance_before, _before.pending_bet, coalesce((_before.metrics ->> 'spins')::bigint, 0)
    ),
    record_step.action, _result.reward,
    slots.observation(
      _after.state, record_step.balance_after, _after.pending_bet, coalesce((_after.metrics ->> 'spins')::bigint, 0)
    ),
    _after.state = 'Completed', record_step.at
  );
  return _result;
end
$$;
comment on function slots.record_step(slots.sessions, slots.sessions, numeric, numeric, jsonb, jsonb, numeric, bigint, timestamptz) is
  'Writes one step of a session that the caller holds locked: the row as it is now, the event and the experience. nonce is that of a spin drawn here; null otherwise. [helper]';
revoke all on function slots.record_step(slots.sessions, slots.sessions, numeric, numeric, jsonb, jsonb, numeric, bigint, timestamptz) from public;
commit;
