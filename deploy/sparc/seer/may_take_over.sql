-- Deploy gamekeeper:sparc/seer/may_take_over to pg
-- requires: core/callers/is_closed sparc/sessions/session_players
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.may_take_over(session sparc.sessions, user_id uuid)
returns boolean
language plpgsql
stable
as $$
begin
  return coalesce((may_take_over.session).offered_to = may_take_over.user_id, false)
    or core.is_closed((may_take_over.session).seer_id) and exists (
      select
      from sparc.session_players as p
      where p.session_id = (may_take_over.session).id and p.user_id = may_take_over.user_id and p.is_active
    );
end
$$;
comment on function sparc.may_take_over(sparc.sessions, uuid) is
  'Whether somebody may become the Seer of a session: to whom it was offered, and who sits in one whose Seer has left for good. '
  '[helper]';
revoke all on function sparc.may_take_over(sparc.sessions, uuid) from public;
commit;
