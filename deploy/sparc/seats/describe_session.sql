-- Deploy gamekeeper:sparc/seats/describe_session to pg
-- requires: sparc/people/shown_name sparc/seats/session_listing sparc/sessions/sessions sparc/sessions/session_players
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Bound at its creation and without settings of its own, so that the planner inlines it where a query joins it.
create function sparc.describe_session(session sparc.sessions)
returns setof sparc.session_listing
language sql
stable
parallel safe
begin atomic
  select
    (describe_session.session).id, (describe_session.session).code, (describe_session.session).status,
    (describe_session.session).is_public, (describe_session.session).seer_id, sparc.shown_name(u.display_name, u.deleted_at),
    a.id, a.name, a.thumbnail_url, a.difficulty,
    (describe_session.session).looking_for, (describe_session.session).scheduled_start, (describe_session.session).allow_late_join,
    seats.taken, (describe_session.session).max_players, (describe_session.session).max_players - seats.taken,
    (describe_session.session).created_at
  from sparc.adventures as a
  join sparc.users as u on u.id = (describe_session.session).seer_id
  cross join lateral (
    select count(*)::integer
    from sparc.session_players as p
    where p.session_id = (describe_session.session).id and p.is_active = true
  ) as seats (taken)
  where a.id = (describe_session.session).adventure_id;
end;
comment on function sparc.describe_session(sparc.sessions) is 'The listing of a session. [helper]';
revoke all on function sparc.describe_session(sparc.sessions) from public;
commit;
