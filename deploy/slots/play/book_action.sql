-- Deploy gamekeeper:slots/play/book_action to pg
-- requires: core/keys/uuid_v7 slots/sessions/game_state slots/sessions/can_transition slots/learning/reward slots/wallets/wallets slots/sessions/sessions slots/sessions/gameplay_events slots/learning/rl_store slots/wallets/post_entries slots/play/player_action slots/learning/observation slots/play/act_result
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- All that an action changes, in one transaction: wallet and entries, session with its metrics, event,
-- experience. The caller holds the session's row lock and has checked the action; the wallet's row is
-- locked here, after the session's.
create function slots.book_action(
  session slots.sessions, action jsonb, parsed slots.player_action, stake numeric, outcome jsonb, payout numeric,
  fee_name text, drawn boolean, idempotency_key text, at timestamptz
)
returns slots.act_result
language plpgsql
volatile
as $$
declare
  _wallet slots.wallets;
  _after slots.wallets;
  _is_spin boolean := book_action.parsed.type = 'Spin';
  _event_index bigint := book_action.session.event_count + 1;
  _fee numeric := 0::numeric;
  _spins bigint := coalesce((book_action.session.metrics ->> 'spins')::bigint, 0);
  _metrics jsonb := book_action.session.metrics;
  _done boolean := book_action.parsed.type = 'CashOut';
  _pending numeric := case when book_action.parsed.type = 'PlaceBet' then book_action.parsed.amount end;
  _reward numeric := 0::numeric;
  _result slots.act_result;
begin
  _result.event_id := core.uuid_v7();
  _result.event_index := _event_index;
  _result.nonce := case when book_action.drawn then book_action.session.nonce end;
  _result.result := case book_action.parsed.type
    when 'Spin' then book_action.outcome
    when 'PlaceBet' then jsonb_build_object('stake', book_action.parsed.amount)
    else jsonb_build_object('refund', trim_scale(book_action.stake))
  end;
  _result.state := case book_action.parsed.type when 'Spin' then 'Evaluating' when 'PlaceBet' then 'Playing' else 'Completed' end::slots.game_state;

  if book_action.session.current_wallet_id is not null then
    select * into _wallet
    from slots.wallets as w
    where w.wallet_id = book_action.session.current_wallet_id
    for no key update;
    if _is_spin then
      _fee := coalesce((_wallet.cost_rate ->> book_action.fee_name)::numeric, 0);
    end if;
    _after := slots.post_entries(
      _wallet,
      array['stake', 'fee', 'payout', 'refund'],
      array[-coalesce(book_action.parsed.amount, 0), -_fee, book_action.payout, case when _done then book_action.stake else 0 end],
      book_action.session.session_id, _event_index, book_action.idempotency_key, book_action.at
    );
    _result.balance := _after.balance;
  end if;

  if _is_spin then
    _reward := slots.reward(book_action.payout, book_action.stake, _fee, 0, false);
    _metrics := jsonb_build_object(
      'spins', _spins + 1,
      'wins', coalesce((_metrics ->> 'wins')::bigint, 0) + (book_action.payout > 0)::integer,
      'totalBet', coalesce((_metrics ->> 'totalBet')::numeric, 0) + book_action.stake,
      'totalPayout', coalesce((_metrics ->> 'totalPayout')::numeric, 0) + book_action.payout,
      'totalFees', coalesce((_metrics ->> 'totalFees')::numeric, 0) + _fee,
      'totalReward', coalesce((_metrics ->> 'totalReward')::numeric, 0) + _reward
    );
  end if;
  _result.reward := _reward::double precision;

  -- the state machine has no step from Initialized or Probing to Evaluating, nor from Playing to Completed
  if not slots.can_transition(book_action.session.state, _result.state) then
    update slots.sessions as s
    set state = case when _done then 'Evaluating' else 'Playing' end::slots.game_state, pending_bet = null
    where s.session_id = book_action.session.session_id;
  end if;
  update slots.sessions as s
  set
    state = _result.state,
    pending_bet = _pending,
    metrics = _metrics,
    event_count = _event_index,
    last_event_at = book_action.at,
    nonce = book_action.session.nonce + book_action.drawn::integer
  where s.session_id = book_action.session.session_id;

  insert into slots.gameplay_events (
    session_id, event_index, event_id, owner_id, action, result, timestamp, reward, state, balance, seed_no, nonce
  )
  values (
    book_action.session.session_id, _event_index, _result.event_id, book_action.session.owner_id, book_action.action, _result.result,
    book_action.at, _result.reward, _result.state, _result.balance,
    case when book_action.drawn then book_action.session.seed_no end, _result.nonce
  );
  insert into slots.rl_store (session_id, event_index, id, owner_id, state, action, reward, next_state, done, created_at)
  values (
    book_action.session.session_id, _event_index, _result.event_id, book_action.session.owner_id,
    slots.observation(book_action.session.state, _wallet.balance, book_action.session.pending_bet, _spins),
    book_action.action, _result.reward,
    slots.observation(_result.state, _result.balance, _pending, _spins + _is_spin::integer),
    _done, book_action.at
  );
  return _result;
end
$$;
comment on function slots.book_action(slots.sessions, jsonb, slots.player_action, numeric, jsonb, numeric, text, boolean, text, timestamptz) is
  'Books a checked action with its outcome: money, state, metrics, event and experience together. Raises: INSUFFICIENT_FUNDS, WALLET_LIMIT_EXCEEDED, INVALID_INPUT. [helper]';
revoke all on function slots.book_action(slots.sessions, jsonb, slots.player_action, numeric, jsonb, numeric, text, boolean, text, timestamptz) from public;
commit;
