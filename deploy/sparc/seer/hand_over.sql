-- Deploy gamekeeper:sparc/seer/hand_over to pg
-- requires: core/errors/raise sparc/sessions/guard_session sparc/feed/record_session sparc/rolls/throw_waiting_rolls sparc/seats/leave_seat
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The guard of the session lets only the one to whom it was offered take it. The Seer of a session is not one of its players: whoever takes over gives up the seat that they have.
create function sparc.hand_over(session sparc.sessions, to_user_id uuid)
returns sparc.sessions
language plpgsql
volatile
as $$
declare
  _session sparc.sessions;
begin
  perform sparc.throw_waiting_rolls((hand_over.session).id, (hand_over.session).seer_id);
  if exists (
    select
    from sparc.session_players as p
    where p.session_id = (hand_over.session).id and p.user_id = hand_over.to_user_id and p.is_active
  ) then
    perform sparc.leave_seat(hand_over.session, hand_over.to_user_id);
  end if;
  update sparc.sessions as s
  set offered_to = hand_over.to_user_id
  where s.id = (hand_over.session).id and s.offered_to is distinct from hand_over.to_user_id;
  update sparc.sessions as s
  set seer_id = hand_over.to_user_id, offered_to = null
  where s.id = (hand_over.session).id;
  select * into _session from sparc.sessions as s where s.id = (hand_over.session).id;
  return _session;
end
$$;
comment on function sparc.hand_over(sparc.sessions, uuid) is
  'Makes somebody the Seer of a session that the caller holds locked. Raises: STATE_ERROR, COMMIT_FIRST. [helper]';
revoke all on function sparc.hand_over(sparc.sessions, uuid) from public;
commit;
