-- Deploy gamekeeper:slots/turns/with_bet to pg
-- requires: slots/sessions/sessions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.with_bet(session slots.sessions, stake numeric, fee numeric, at timestamptz)
returns slots.sessions
language plpgsql
stable
as $$
declare
  _session slots.sessions := with_bet.session;
begin
  _session.state := 'Playing';
  _session.pending_bet := with_bet.stake;
  _session.pending_fee := with_bet.fee;
  _session.bet_placed_at := with_bet.at;
  _session.decided_in := pg_current_xact_id();
  return _session;
end
$$;
comment on function slots.with_bet(slots.sessions, numeric, numeric, timestamptz) is
  'The session as it is with a bet placed by this transaction. Writes nothing. [helper]';
revoke all on function slots.with_bet(slots.sessions, numeric, numeric, timestamptz) from public;
commit;
