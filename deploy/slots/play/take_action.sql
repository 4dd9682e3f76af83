-- Deploy gamekeeper:slots/play/take_action to pg
-- requires: core/errors/raise slots/limits/with_act slots/sessions/sessions slots/turns/turn slots/turns/with_entries slots/turns/with_step slots/play/player_action slots/play/require_action slots/play/require_bet slots/turns/with_bet slots/play/play_spin slots/play/end_session
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.take_action(turn slots.turn, action slots.player_action, idempotency_key text, at timestamptz)
returns slots.turn
language plpgsql
volatile
as $$
declare
  _turn slots.turn := take_action.turn;
  _session slots.sessions := take_action.turn.session;
  _action constant slots.player_action := take_action.action;
  _stake constant numeric := coalesce(_action.amount, _action.next_amount);
  _part constant text := case when _action.next_amount is not null then 'next' end;
  _fee numeric := 0::numeric;
begin
  if _session.current_wallet_id is not null then
    _turn.account := slots.with_act(_turn.account, take_action.at, _stake is not null, _part);
  end if;
  _session := slots.require_action(_session, _action);
  if _session.current_wallet_id is null and _action.type <> 'CashOut' then
    perform core.raise('INVALID_INPUT', '{"field": "session_id", "problem": "the session has no wallet"}');
  end if;
  if _stake is not null then
    _fee := slots.require_bet(_session, _turn.wallet, _stake, part => _part);
  end if;

  if _action.type = 'Spin' then
    return slots.play_spin(_turn, _action, _fee, take_action.idempotency_key, take_action.at);
  elsif _action.type = 'CashOut' then
    return slots.end_session(_turn, take_action.at, action => _action.document);
  end if;
  _turn := slots.with_entries(_turn, array['stake', 'fee'], array[-_action.amount, -_fee], take_action.idempotency_key, take_action.at);
  _turn.session := slots.with_bet(_session, _action.amount, _fee, take_action.at);
  return slots.with_step(_turn, _session, _action.document, jsonb_build_object('stake', _action.amount), 0, null, take_action.at);
end
$$;
comment on function slots.take_action(slots.turn, slots.player_action, text, timestamptz) is
  'The turn with one action of a player, if it may be taken. Writes nothing. Raises: STATE_ERROR, BET_PLACED, BET_REQUIRED, '
  'BET_UNDER_MINIMUM, BET_LIMIT_EXCEEDED, INSUFFICIENT_FUNDS, WALLET_LIMIT_EXCEEDED, LIMIT_EXCEEDED, EXCLUDED, COMMIT_FIRST, PLAY_SHUT, '
  'GAME_RETIRED, INVALID_INPUT. [helper]';
revoke all on function slots.take_action(slots.turn, slots.player_action, text, timestamptz) from public;
commit;
