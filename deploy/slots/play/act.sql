-- Deploy gamekeeper:slots/play/act to pg
-- requires: core/keys/now_utc core/errors/raise slots/checks/check_text slots/fairness/draw_stops slots/games/spin slots/games/evaluate_stops slots/games/game_programs slots/sessions/sessions slots/fairness/server_seeds slots/sessions/gameplay_events slots/sessions/action_keys slots/sessions/lock_session slots/play/player_action slots/play/parse_action slots/play/check_action slots/play/act_result slots/play/book_action
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Locks the session's row, then the wallet's. The key is written after the session is locked, so of two
-- calls with one key at the same instant the second waits, finds the key and returns the first result.
create function slots.act(session_id uuid, action jsonb, idempotency_key text default null)
returns slots.act_result
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _session slots.sessions := slots.lock_session(act.session_id);
  _action slots.player_action := slots.parse_action(act.action);
  _at timestamptz := greatest(core.now_utc(), _session.last_event_at);
  _spin slots.spin;
  _key text;
  _stake numeric;
  _payout numeric := 0::numeric;
  _outcome jsonb;
  _first record;
begin
  if act.idempotency_key is not null then
    _key := slots.check_text('idempotency_key', act.idempotency_key, 200);
    insert into slots.action_keys (session_id, idempotency_key, event_index, occurred_at)
    values (act.session_id, _key, _session.event_count + 1, _at)
    on conflict do nothing;
    if not found then
      select e.action, row(e.state, e.result, e.reward, e.balance, e.event_id, e.event_index, e.nonce)::slots.act_result as result
      into _first
      from slots.action_keys as k
      join slots.gameplay_events as e
        on e.session_id = k.session_id and e.event_index = k.event_index and e.timestamp = k.occurred_at
      where k.session_id = act.session_id and k.idempotency_key = _key;
      if _first.action <> act.action || jsonb_build_object('type', _action.type) then
        perform core.raise('IDEMPOTENCY_CONFLICT', jsonb_build_object('idempotencyKey', _key));
      end if;
      return _first.result;
    end if;
  end if;

  _stake := slots.check_action(_session, _action);
  if _session.current_wallet_id is null and _action.type <> 'CashOut' then
    perform core.raise('INVALID_INPUT', '{"field": "session_id", "problem": "the session has no wallet"}');
  end if;
  if _action.type = 'Spin' then
    _spin := (
      select slots.evaluate_stops(
        p.program,
        slots.draw_stops(k.inner_block, k.outer_block, _session.client_seed, _session.nonce, (p.program).reel_lengths)
      )
      from slots.server_seeds as k
      cross join slots.game_programs as p
      where k.session_id = act.session_id and p.game_id = _session.game_id
    );
    _payout := trunc(_stake * _spin.multiplier, 4);
    _outcome := jsonb_build_object(
      'symbols', _spin.symbols, 'stops', _spin.stops, 'multiplier', _spin.multiplier, 'payout', trim_scale(_payout)
    );
  end if;
  return slots.book_action(
    _session, act.action || jsonb_build_object('type', _action.type), _action, _stake, _outcome, _payout, 'perSpinFee', _action.type = 'Spin', _key, _at
  );
end
$$;
comment on function slots.act(uuid, jsonb, text) is
  'The main call: {"type": "PlaceBet", "amount": n} debits the stake and holds it; {"type": "Spin"} charges perSpinFee, draws and credits the payout (stake times multiplier, cut to four decimals); {"type": "Spin", "amount": n} is both; {"type": "CashOut"} returns a pending bet and completes the session. Money, event, experience, metrics and state change together or not at all. The same idempotency_key with the same action returns the first result and moves nothing; without a key every call is new. Raises: UNAUTHENTICATED, NOT_FOUND, INVALID_INPUT, STATE_ERROR, BET_REQUIRED, BET_LIMIT_EXCEEDED, INSUFFICIENT_FUNDS, WALLET_LIMIT_EXCEEDED, IDEMPOTENCY_CONFLICT. [client]';
revoke all on function slots.act(uuid, jsonb, text) from public;
grant execute on function slots.act(uuid, jsonb, text) to authenticated, service_role;
commit;
