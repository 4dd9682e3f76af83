-- Deploy gamekeeper:slots/turns/save_turn to pg
-- requires: slots/sessions/can_transition slots/sessions/game_state slots/sessions/sessions slots/sessions/gameplay_events slots/learning/rl_store slots/limits/accounts slots/wallets/movement slots/wallets/write_entries slots/turns/turn
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Each table is written by one statement, whatever the number of actions.
create function slots.save_turn(before slots.sessions, turn slots.turn)
returns slots.gameplay_events
language plpgsql
volatile
as $$
declare
  _session constant slots.sessions := save_turn.turn.session;
  _account constant slots.accounts := save_turn.turn.account;
  _state slots.game_state := save_turn.before.state;
begin
  -- the state machine has no step from Initialized or Probing to Evaluating, nor from Playing to Completed
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
    perform slots.write_entries(row(save_turn.turn.wallet, save_turn.turn.entries)::slots.movement);
  end if;
  insert into slots.gameplay_events select e.* from unnest(save_turn.turn.events) as e;
  insert into slots.rl_store select e.* from unnest(save_turn.turn.experiences) as e;
  return save_turn.turn.events[cardinality(save_turn.turn.events)];
end
$$;
comment on function slots.save_turn(slots.sessions, slots.turn) is
  'Writes a turn of a session that the caller holds locked, as it was before it, with its wallet and account. Returns its last event. [helper]';
revoke all on function slots.save_turn(slots.sessions, slots.turn) from public;
commit;
