-- Deploy gamekeeper:slots/play/record_step to pg
-- requires: core/keys/uuid_v7 core/keys/slot_in slots/sessions/game_state slots/sessions/can_transition slots/sessions/sessions slots/sessions/gameplay_events slots/learning/rl_store slots/learning/session_observation slots/play/act_result
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.record_step(
  before slots.sessions, after slots.sessions, balance numeric,
  action jsonb, result jsonb, reward numeric, nonce bigint, at timestamptz
)
returns slots.act_result
language plpgsql
volatile
as $$
declare
  _result slots.act_result;
begin
  _result.state := record_step.after.state;
  _result.result := record_step.result;
  _result.reward := record_step.reward::double precision;
  _result.balance := record_step.balance;
  _result.event_id := core.uuid_v7(core.slot_in(record_step.after.session_id));
  _result.event_index := record_step.before.event_count + 1;
  _result.nonce := record_step.nonce;

  -- the state machine has no step from Initialized or Probing to Evaluating, nor from Playing to Completed
  if not slots.can_transition(record_step.before.state, record_step.after.state) then
    update slots.sessions as s
    set
      state = case record_step.after.state when 'Completed' then 'Evaluating' else 'Playing' end::slots.game_state,
      pending_bet = null, pending_fee = null, bet_placed_at = null
    where s.session_id = record_step.after.session_id;
  end if;
  update slots.sessions as s
  set
    state = record_step.after.state,
    pending_bet = record_step.after.pending_bet,
    pending_fee = record_step.after.pending_fee,
    bet_placed_at = record_step.after.bet_placed_at,
    decided_in = record_step.after.decided_in,
    metrics = record_step.after.metrics,
    event_count = _result.event_index,
    last_event_at = record_step.at,
    nonce = record_step.after.nonce
  where s.session_id = record_step.after.session_id;

  insert into slots.gameplay_events (
    session_id, event_index, event_id, owner_id, action, result, timestamp, reward, state, balance, seed_no, nonce
  )
  values (
    record_step.after.session_id, _result.event_index, _result.event_id, record_step.after.owner_id, record_step.action, _result.result,
    record_step.at, _result.reward, _result.state, _result.balance,
    case when record_step.nonce is not null then record_step.after.seed_no end, record_step.nonce
  );
  insert into slots.rl_store (
    session_id, event_index, id, owner_id, state, action, reward, next_state, done, created_at,
    game_id, policy, probability, truncated, balance
  )
  values (
    record_step.after.session_id, _result.event_index, _result.event_id, record_step.after.owner_id,
    slots.session_observation(record_step.before), record_step.action - '{policy,probability}'::text[], _result.reward,
    slots.session_observation(record_step.after), record_step.after.state = 'Completed', record_step.at,
    record_step.after.game_id, record_step.action #>> '{policy,name}' || '@' || (record_step.action #>> '{policy,version}'),
    (record_step.action ->> 'probability')::double precision,
    record_step.after.state = 'Completed' and coalesce(record_step.result ->> 'by', 'transition') <> 'transition', _result.balance
  );
  return _result;
end
$$;
comment on function slots.record_step(slots.sessions, slots.sessions, numeric, jsonb, jsonb, numeric, bigint, timestamptz) is
  'Writes one step of a session that the caller holds locked: the row as it is now, the event and the experience. '
  'nonce is that of a spin drawn here; null otherwise. [helper]';
revoke all on function slots.record_step(slots.sessions, slots.sessions, numeric, jsonb, jsonb, numeric, bigint, timestamptz) from public;
commit;
