-- Deploy gamekeeper:sparc/archive/left_archive_at to pg
-- requires: auth/uid sparc/archive/archived_session_players
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- plpgsql, because a SQL function would be planned anew at every statement.
create function sparc.left_archive_at(session_id uuid)
returns timestamptz
language plpgsql
stable
parallel safe
security definer
set search_path = pg_temp
as $$
begin
  return (
    select p.left_at
    from sparc.archived_session_players as p
    where p.session_id = left_archive_at.session_id and p.user_id = auth.uid()
  );
end
$$;
comment on function sparc.left_archive_at(uuid) is
  'When the caller left one of the archived sessions; null for who sits there. Policies call it for rows of sessions that the caller left, no others. [helper]';
revoke all on function sparc.left_archive_at(uuid) from public;
grant execute on function sparc.left_archive_at(uuid) to anon, authenticated, service_role;
commit;
