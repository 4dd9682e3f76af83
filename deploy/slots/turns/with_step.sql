-- Deploy gamekeeper:slots/turns/with_step to pg
-- requires: core/keys/uuid_v7 core/keys/slot_in slots/sessions/sessions slots/sessions/gameplay_events slots/learning/rl_store slots/learning/session_observation slots/turns/turn
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Rows stand in the order of their tables' columns.
create function slots.with_step(
  turn slots.turn, before slots.sessions, action jsonb, result jsonb, reward numeric, nonce bigint, at timestamptz
)
returns slots.turn
language plpgsql
volatile
as $$
declare
  _turn slots.turn := with_step.turn;
  _session slots.sessions := with_step.turn.session;
  _id constant uuid := core.uuid_v7(core.slot_in(_session.session_id));
  _is_over constant boolean := _session.state = 'Completed';
begin
  _session.event_count := with_step.before.event_count + 1;
  _session.last_event_at := with_step.at;
  _turn.session := _session;
  _turn.events := _turn.events || row(
    _session.session_id, _session.event_count, _id, _session.owner_id, with_step.action, with_step.result, with_step.at,
    with_step.reward, _session.state, (_turn.wallet).balance,
    case when with_step.nonce is not null then _session.seed_no end, with_step.nonce, 1
  )::slots.gameplay_events;
  _turn.experiences := _turn.experiences || row(
    _session.session_id, _session.event_count, _id, _session.owner_id,
    slots.session_observation(with_step.before), with_step.action - '{policy,probability}'::text[], with_step.reward,
    slots.session_observation(_session), _is_over, with_step.at, _session.game_id,
    with_step.action #>> '{policy,name}' || '@' || (with_step.action #>> '{policy,version}'),
    with_step.action ->> 'probability',
    _is_over and with_step.result ->> 'by' is not null, (_turn.wallet).balance, 2
  )::slots.rl_store;
  return _turn;
end
$$;
comment on function slots.with_step(slots.turn, slots.sessions, jsonb, jsonb, numeric, bigint, timestamptz) is
  'The turn with one step of its session, which was as before: the event and the experience. nonce is that of a spin drawn here; '
  'null otherwise. Writes nothing. [helper]';
revoke all on function slots.with_step(slots.turn, slots.sessions, jsonb, jsonb, numeric, bigint, timestamptz) from public;
commit;
