-- Deploy gamekeeper:slots/play/end_session to pg
-- requires: slots/fairness/seed_session slots/sessions/sessions slots/turns/turn slots/turns/with_step slots/play/play_pending
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.end_session(turn slots.turn, at timestamptz, by text default null, action jsonb default '{"type": "CashOut"}')
returns slots.turn
language plpgsql
volatile
as $$
declare
  _turn slots.turn := end_session.turn;
  _before slots.sessions;
  _after slots.sessions;
  _spin jsonb;
begin
  -- what nobody played yet goes the way of the state machine too
  if (_turn.session).state = 'Idle' then
    _turn.session := slots.seed_session((_turn.session).session_id, (_turn.session).client_seed);
  end if;
  if (_turn.session).pending_bet is not null then
    _turn := slots.play_pending(_turn, end_session.at);
    _spin := (_turn.events[1]).result;
  end if;
  _before := _turn.session;
  _after := _before;
  _after.state := 'Completed';
  _turn.session := _after;
  return slots.with_step(
    _turn, _before, end_session.action, jsonb_strip_nulls(jsonb_build_object('spin', _spin, 'by', end_session.by)), 0, null,
    end_session.at
  );
end
$$;
comment on function slots.end_session(slots.turn, timestamptz, text, jsonb) is
  'The turn that completes a session, whoever ends it and whatever state it is in: plays the pending bet as a Spin of its own first, then the '
  'CashOut, whose result holds the spin''s under "spin", and "by" where it was not the player; action is that CashOut as it was asked for. Ask core.is_settled first. Writes nothing but the seed of a session that had none. Raises: '
  'INVALID_INPUT (a payout that does not fit). [helper]';
revoke all on function slots.end_session(slots.turn, timestamptz, text, jsonb) from public;
commit;
