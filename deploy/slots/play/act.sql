-- Deploy gamekeeper:slots/play/act to pg
-- requires: core/keys/wall_clock slots/checks/check_text slots/sessions/sessions slots/sessions/game_state slots/sessions/action_keys slots/turns/turn slots/turns/lock_turn slots/play/save_turn slots/play/player_action slots/play/parse_action slots/play/play_actions slots/play/act_result slots/play/repeated_action
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Locks the account's row, then the session's, then the wallet's, then reads the clock. The key is written after the session is locked, so
-- of two calls with one key at the same instant the second waits, finds the key and returns the first result.
create function slots.act(session_id uuid, action jsonb, idempotency_key text default null)
returns slots.act_result
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _turn slots.turn := slots.lock_turn(act.session_id);
  _before constant slots.game_state := (_turn.session).state;
  _action constant slots.player_action := slots.parse_action(act.action);
  _at constant timestamptz := greatest(core.wall_clock(), (_turn.session).last_event_at);
begin
  if act.idempotency_key is not null then
    if act.idempotency_key = '' or length(act.idempotency_key) > 200 then
      perform slots.check_text('idempotency_key', act.idempotency_key, 200);
    end if;
    insert into slots.action_keys (session_id, idempotency_key, event_index, occurred_at, by_service)
    values (
      act.session_id, act.idempotency_key,
      (_turn.session).event_count + case when _action.type = 'CashOut' and (_turn.session).pending_bet is not null then 2 else 1 end, _at,
      _turn.by_service
    )
    on conflict do nothing;
    if not found then
      return slots.repeated_action(act.session_id, act.idempotency_key, _action.document);
    end if;
  end if;
  _turn := slots.play_actions(_turn, array[_action], act.idempotency_key, _at);
  return slots.save_turn(_before, _turn);
end
$$;
comment on function slots.act(uuid, jsonb, text) is
  'The main call: {"type": "PlaceBet", "amount": n}, {"type": "Spin"}, {"type": "Spin", "next": {"amount": n}}, '
  '{"type": "CashOut"}; {"type": "Spin", "amount": n} for callers who may draw at once (docs/slots.md, "A '
  'session"). The service may add "policy" and "probability". A repeated key returns the first result and moves nothing. Call it as select * from slots.act(...). '
  'Raises: UNAUTHENTICATED, NOT_FOUND, INVALID_INPUT, STATE_ERROR, BET_PLACED, BET_REQUIRED, '
  'BET_UNDER_MINIMUM, BET_LIMIT_EXCEEDED, INSUFFICIENT_FUNDS, WALLET_LIMIT_EXCEEDED, LIMIT_EXCEEDED, EXCLUDED, COMMIT_FIRST, PLAY_SHUT, GAME_RETIRED, IDEMPOTENCY_CONFLICT. [client] [repeat: key]';
revoke all on function slots.act(uuid, jsonb, text) from public;
grant execute on function slots.act(uuid, jsonb, text) to authenticated, service_role;
commit;
