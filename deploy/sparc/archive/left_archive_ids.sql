-- Deploy gamekeeper:sparc/archive/left_archive_ids to pg
-- requires: auth/uid sparc/archive/archived_session_players
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.left_archive_ids()
returns setof uuid
language plpgsql
stable
parallel safe
security definer
set search_path = pg_temp
as $$
declare
  _caller constant uuid := auth.uid();
begin
  return query
  select p.session_id
  from sparc.archived_session_players as p
  where p.user_id = _caller and p.left_at is not null;
end
$$;
comment on function sparc.left_archive_ids() is
  'The archived sessions that the caller left and has not come back to: what happens there later is not theirs to read. [helper]';
revoke all on function sparc.left_archive_ids() from public;
grant execute on function sparc.left_archive_ids() to anon, authenticated, service_role;
commit;
