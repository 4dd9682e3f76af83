-- Deploy gamekeeper:slots/play/end_session to pg
-- requires: core/keys/wall_clock slots/fairness/seed_session slots/sessions/sessions slots/turns/turn slots/turns/begin_turn slots/play/save_turn slots/play/act_result slots/play/player_action slots/play/play_actions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.end_session(session slots.sessions, by text)
returns slots.act_result
language plpgsql
volatile
as $$
declare
  _turn slots.turn := slots.begin_turn(end_session.session);
  _before constant slots.game_state := end_session.session.state;
  _at constant timestamptz := greatest(core.wall_clock(), end_session.session.last_event_at);
begin
  -- what nobody played yet goes the way of the state machine too
  if _before = 'Idle' then
    _turn.session := slots.seed_session(end_session.session.session_id, end_session.session.client_seed);
  end if;
  _turn := slots.play_actions(
    _turn, array[row('CashOut', null, null, '{"type": "CashOut"}')::slots.player_action], null, _at, end_session.by
  );
  return slots.save_turn(_before, _turn);
end
$$;
comment on function slots.end_session(slots.sessions, text) is
  'Completes a session, whatever state it is in, where the player does not: plays the pending bet as a Spin of its own first, then the '
  'CashOut, whose result holds the spin''s under "spin", and what ended it under "by". The caller holds the locks of the account and of the session; '
  'ask core.is_settled first. Raises: INVALID_INPUT (a payout that does not fit). [helper]';
revoke all on function slots.end_session(slots.sessions, text) from public;
commit;
