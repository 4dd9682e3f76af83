-- Deploy gamekeeper:slots/play/record_result to pg
-- requires: slots/sessions/gameplay_events core/records/note_request core/keys/wall_clock core/errors/raise core/callers/require_service slots/checks/money_problem slots/games/compiled_game slots/games/game_programs slots/sessions/sessions slots/play/player_action slots/play/parse_action slots/play/play_actions slots/play/require_action slots/play/act_result slots/turns/turn slots/turns/lock_turn slots/play/save_turn slots/play/result_of
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A query, in the words of the cost rate: the outcome is observed on a game elsewhere, so perQueryFee is
-- charged where slots.act charges perSpinFee. Locks the account's row, then the session's, then the wallet's.
create function slots.record_result(session_id uuid, action jsonb, result jsonb, idempotency_key text default null)
returns slots.act_result
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _session slots.sessions;
  _action slots.player_action;
  _outcome jsonb := record_result.result;
  _program slots.compiled_game;
  _payout numeric;
  _turn slots.turn;
  _problem text;
  _made_id text;
  _made slots.act_result;
begin
  perform core.require_service();
  _turn := slots.lock_turn(record_result.session_id);
  _session := _turn.session;
  _action := slots.parse_action(record_result.action);
  _made_id := core.note_request(
    'slots.record_result', record_result.idempotency_key,
    jsonb_build_array(record_result.session_id, record_result.action, record_result.result), (_session.event_count + 1)::text
  );
  if _made_id is not null then
    select (slots.result_of(e)).* into _made
    from slots.gameplay_events as e
    where e.session_id = record_result.session_id and e.event_index = _made_id::bigint;
    return _made;
  end if;
  if _action.type <> 'Spin' then
    perform core.raise('INVALID_INPUT', '{"field": "action.type", "problem": "only a Spin has an outcome to record"}');
  end if;
  if _action.amount is null then
    perform core.raise('INVALID_INPUT', '{"field": "action.amount", "problem": "is missing"}');
  end if;
  _session := slots.require_action(_session, _action);
  _program := (select p.program from slots.game_programs as p where p.game_id = _session.game_id);

  _problem := case
    when jsonb_typeof(_outcome) is distinct from 'object' then 'must be an object'
    when _outcome - array['symbols', 'stops', 'multiplier', 'payout'] <> '{}' then 'has unknown keys'
    when jsonb_typeof(_outcome -> 'symbols') is distinct from 'array' then 'symbols must be an array of names'
    when jsonb_array_length(_outcome -> 'symbols') <> cardinality(_program.reel_lengths) then 'symbols must name one symbol per reel'
    when exists (
      select from jsonb_array_elements(_outcome -> 'symbols') as s (symbol)
      where jsonb_typeof(s.symbol) <> 'string' or s.symbol #>> '{}' <> all (_program.symbols)
    ) then 'symbols must be of the game'
    when jsonb_typeof(_outcome -> 'payout') is distinct from 'number' then 'payout must be a number'
    when slots.money_problem((_outcome -> 'payout')::numeric, true) is not null
      then 'payout ' || slots.money_problem((_outcome -> 'payout')::numeric, true)
    when _outcome ? 'multiplier' and jsonb_typeof(_outcome -> 'multiplier') <> 'number' then 'multiplier must be a number'
    when _outcome ? 'multiplier' and (_outcome -> 'multiplier')::numeric not between 0 and 1e16 then 'multiplier is out of range'
    when _outcome ? 'multiplier' and trunc(_action.amount * (_outcome -> 'multiplier')::numeric, 4) <> (_outcome -> 'payout')::numeric
      then 'multiplier contradicts payout and stake'
    when _outcome ? 'stops' and jsonb_typeof(_outcome -> 'stops') <> 'array' then 'stops must be an array of numbers'
    when _outcome ? 'stops' and exists (
      select from jsonb_array_elements(_outcome -> 'stops') as s (stop)
      where jsonb_typeof(s.stop) <> 'number' or s.stop::text !~ '^[0-9]{1,9}$'
    ) then 'stops must be whole numbers from 0'
  end;
  if _problem is not null then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', 'result', 'problem', _problem));
  end if;
  _payout := (_outcome -> 'payout')::numeric;
  _turn := slots.play_actions(
    _turn, array[_action], null, greatest(core.wall_clock(), _session.last_event_at),
    observed => jsonb_build_object('stops', '[]'::jsonb, 'multiplier', trim_scale(round(_payout / _action.amount, 8))) || _outcome
  );
  return slots.save_turn(_session.state, _turn);
end
$$;
comment on function slots.record_result(uuid, jsonb, jsonb, text) is
  'Service: books a Spin whose outcome {"symbols", "payout"} and perhaps {"stops", "multiplier"} was observed on a '
  'game that runs elsewhere, exactly as slots.act books its own, but with no draw and with perQueryFee. It never '
  'settles a bet that slots.act placed. In a session without a wallet no money moves. A repeated idempotency_key '
  'gives what was made the first time. '
  'Call it as select * from slots.record_result(...). Raises: FORBIDDEN, NOT_FOUND, INVALID_INPUT, STATE_ERROR, BET_PLACED, '
  'BET_UNDER_MINIMUM, BET_LIMIT_EXCEEDED, INSUFFICIENT_FUNDS, WALLET_LIMIT_EXCEEDED, LIMIT_EXCEEDED, IDEMPOTENCY_CONFLICT. [service] [repeat: key]';
revoke all on function slots.record_result(uuid, jsonb, jsonb, text) from public;
grant execute on function slots.record_result(uuid, jsonb, jsonb, text) to service_role;
commit;
