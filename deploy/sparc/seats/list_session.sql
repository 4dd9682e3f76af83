-- Deploy gamekeeper:sparc/seats/list_session to pg
-- requires: sparc/seats/session_listing sparc/sessions/sessions sparc/sessions/session_players
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Bound at its creation and without settings of its own, so that Postgres puts it in line where a query
-- joins it.
create function sparc.list_session(session sparc.sessions)
returns setof sparc.session_listing
language sql
stable
parallel safe
begin atomic
  select
    (list_session.session).id, (list_session.session).code, (list_session.session).status,
    (list_session.session).is_public, (list_session.session).seer_id, u.display_name,
    a.id, a.name, a.thumbnail_url, a.difficulty,
    (list_session.session).looking_for, (list_session.session).scheduled_start, (list_session.session).allow_late_join,
    seats.taken, (list_session.session).max_players, (list_session.session).max_players - seats.taken,
    (list_session.session).created_at
  from sparc.adventures as a
  join sparc.users as u on u.id = (list_session.session).seer_id
  cross join lateral (
    select count(*)::integer
    from sparc.session_players as p
    where p.session_id = (list_session.session).id and p.is_active = true
  ) as seats (taken)
  where a.id = (list_session.session).adventure_id;
end;
comment on function sparc.list_session(sparc.sessions) is 'The listing of a session. [helper]';
revoke all on function sparc.list_session(sparc.sessions) from public;
commit;
