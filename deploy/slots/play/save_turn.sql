-- Deploy gamekeeper:slots/play/save_turn to pg
-- requires: slots/sessions/can_transition slots/sessions/game_state slots/sessions/sessions slots/sessions/gameplay_events slots/learning/rl_store slots/limits/accounts slots/wallets/wallets slots/wallets/wallet_entries slots/play/act_result slots/play/result_of slots/turns/turn
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Each table is written by one statement, whatever the number of actions.
create function slots.save_turn(before slots.game_state, turn slots.turn)
returns slots.act_result
language plpgsql
volatile
as $$
declare
  _session constant slots.sessions := save_turn.turn.session;
  _wallet constant slots.wallets := save_turn.turn.wallet;
  _account constant slots.accounts := save_turn.turn.account;
  _state slots.game_state;
  _last constant slots.gameplay_events := save_turn.turn.events[cardinality(save_turn.turn.events)];
begin
  -- the state machine has no step from Initialized or Probing to Evaluating, nor from Playing to Completed
  if save_turn.before <> _session.state then
    _state := save_turn.before;
    while not slots.can_transition(_state, _session.state) loop
      _state := case _state
        when 'Idle' then 'Initialized'::slots.game_state
        when 'Initialized' then 'Playing'::slots.game_state
        when 'Probing' then 'Playing'::slots.game_state
        else 'Evaluating'::slots.game_state
      end;
      update slots.sessions as s
      set state = _state, pending_bet = null, pending_fee = null, bet_placed_at = null
      where s.session_id = _session.session_id;
    end loop;
  end if;
  update slots.sessions as s
  set
    state = _session.state,
    pending_bet = _session.pending_bet,
    pending_fee = _session.pending_fee,
    bet_placed_at = _session.bet_placed_at,
    decided_in = _session.decided_in,
    metrics = _session.metrics,
    event_count = _session.event_count,
    last_event_at = _session.last_event_at,
    nonce = _session.nonce
  where s.session_id = _session.session_id;

  if _account.owner_id is not null then
    update slots.accounts as a
    set
      staked = _account.staked, lost = _account.lost, last_bet_at = _account.last_bet_at, played = _account.played,
      last_act_at = _account.last_act_at
    where a.owner_id = _account.owner_id and a.currency = _account.currency;
    insert into slots.wallet_entries select e.* from unnest(save_turn.turn.entries) as e;
    if found then
      update slots.wallets as w
      set
        balance = _wallet.balance,
        spent_today = _wallet.spent_today,
        last_entry_no = _wallet.last_entry_no,
        last_entry_at = _wallet.last_entry_at,
        last_hash = _wallet.last_hash
      where w.wallet_id = _wallet.wallet_id;
    end if;
  end if;
  insert into slots.gameplay_events select e.* from unnest(save_turn.turn.events) as e;
  insert into slots.rl_store select e.* from unnest(save_turn.turn.experiences) as e;
  return slots.result_of(_last);
end
$$;
comment on function slots.save_turn(slots.game_state, slots.turn) is
  'Writes a turn of a session that the caller holds locked, and that was in the state before, with its wallet and account. Returns what its last action did. [helper]';
revoke all on function slots.save_turn(slots.game_state, slots.turn) from public;
commit;
