-- Deploy gamekeeper:sparc/leaving/leave_sessions to pg
-- requires: sparc/people/users sparc/feed/emit_event sparc/rolls/throw_waiting_rolls sparc/rolls/finish_rolls sparc/seats/leave_seat sparc/seer/accept_session
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Locks every session that is not over and that the person runs, sits in or sat in, ids ascending: a roll that somebody
-- declares or throws for one of their characters comes before all that follows, or behind it. Nobody becomes a Seer who did
-- not say so: a session that was offered waits for the answer, one that goes on waits for whoever of its players takes it.
create function sparc.leave_sessions(person_id uuid)
returns void
language plpgsql
volatile
as $$
declare
  _is_new constant boolean := exists (select from sparc.users as u where u.id = leave_sessions.person_id and u.deleted_at is null);
  _session sparc.sessions;
begin
  for _session in
    select s.*
    from sparc.sessions as s
    where s.status not in ('completed', 'cancelled')
      and s.id in (
        select o.id from sparc.sessions as o where o.seer_id = leave_sessions.person_id
        union all
        select o.id from sparc.sessions as o where o.offered_to = leave_sessions.person_id
        union all
        select p.session_id from sparc.session_players as p where p.user_id = leave_sessions.person_id
      )
    order by s.id
    for no key update
  loop
    if _session.offered_to = leave_sessions.person_id then
      update sparc.sessions as s set offered_to = null where s.id = _session.id;
      _session.offered_to := null;
    end if;
    if _session.seer_id = leave_sessions.person_id then
      perform sparc.throw_waiting_rolls(_session.id, leave_sessions.person_id);
      if _is_new then
        perform sparc.emit_event(_session.id, 'seer_left', jsonb_build_object('seer_id', _session.seer_id));
      end if;
      if _session.offered_to is null and (
        _session.status in ('waiting', 'starting_soon')
        or not exists (select from sparc.session_players as p where p.session_id = _session.id and p.is_active)
      ) then
        update sparc.sessions as s set status = 'cancelled' where s.id = _session.id;
      elsif _session.status = 'active' then
        update sparc.sessions as s set status = 'paused' where s.id = _session.id;
      end if;
    elsif exists (
      select
      from sparc.session_players as p
      where p.session_id = _session.id and p.user_id = leave_sessions.person_id and p.is_active
    ) then
      perform sparc.leave_seat(_session, leave_sessions.person_id);
    end if;
  end loop;
end
$$;
comment on function sparc.leave_sessions(uuid) is
  'Takes a person who leaves for good out of all sessions: their seats are free, what they run and nobody plays yet is '
  'cancelled, what is played is paused for a player who takes it over. Raises: COMMIT_FIRST, when a roll of theirs was declared '
  'in this transaction. [helper]';
revoke all on function sparc.leave_sessions(uuid) from public;
commit;
