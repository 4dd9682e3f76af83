-- Deploy gamekeeper:slots/play/act to pg
-- requires: core/callers/is_service core/keys/wall_clock core/errors/raise slots/checks/check_text slots/wallets/wallets slots/wallets/post_entries slots/sessions/sessions slots/sessions/action_keys slots/sessions/lock_session slots/play/player_action slots/play/parse_action slots/play/require_action slots/play/require_bet slots/play/act_result slots/play/repeated_action slots/play/with_bet slots/play/play_spin slots/play/end_session slots/play/record_step slots/limits/with_act slots/limits/accounts
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
  _session constant slots.sessions := slots.lock_session(act.session_id);
  _action constant slots.player_action := slots.parse_action(act.action);
  _after slots.sessions;
  _wallet slots.wallets;
  _account slots.accounts;
  _stake constant numeric := coalesce(_action.amount, _action.next_amount);
  _part constant text := case when _action.next_amount is not null then 'next' end;
  _fee numeric := 0::numeric;
  _at timestamptz;
begin
  select * into _wallet
  from slots.wallets as w
  where w.wallet_id = _session.current_wallet_id
  for no key update;
  _at := greatest(core.wall_clock(), _session.last_event_at);

  if act.idempotency_key is not null then
    perform slots.check_text('idempotency_key', act.idempotency_key, 200);
    insert into slots.action_keys (session_id, idempotency_key, event_index, occurred_at, by_service)
    values (
      act.session_id, act.idempotency_key,
      _session.event_count + case when _action.type = 'CashOut' and _session.pending_bet is not null then 2 else 1 end, _at,
      core.is_service()
    )
    on conflict do nothing;
    if not found then
      return slots.repeated_action(act.session_id, act.idempotency_key, _action.document);
    end if;
  end if;

  if _session.current_wallet_id is not null then
    select * into strict _account from slots.accounts as a where a.owner_id = _wallet.owner_id and a.currency = _wallet.currency;
    _account := slots.with_act(_account, _at, _stake is not null, _part);
  end if;
  perform slots.require_action(_session, _action);
  if _session.current_wallet_id is null and _action.type <> 'CashOut' then
    perform core.raise('INVALID_INPUT', '{"field": "session_id", "problem": "the session has no wallet"}');
  end if;
  if _stake is not null then
    _fee := slots.require_bet(_session, _wallet, _stake, part => _part);
  end if;

  if _action.type = 'Spin' then
    return slots.play_spin(_session, _wallet, _account, _action, _fee, act.idempotency_key, _at);
  elsif _action.type = 'CashOut' then
    return slots.end_session(_session, _wallet, _account, _at);
  end if;
  _after := slots.with_bet(_session, _action.amount, _fee, _at);
  _wallet := slots.post_entries(
    _wallet, _account, array['stake', 'fee'], array[-_action.amount, -_fee], act.session_id, _session.event_count + 1, act.idempotency_key,
    _at
  );
  return slots.record_step(
    _session, _after, _wallet.balance, _action.document, jsonb_build_object('stake', _action.amount), 0, null, _at
  );
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
