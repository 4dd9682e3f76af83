-- Deploy gamekeeper:sparc/seats/my_sessions to pg
-- requires: core/callers/require_user sparc/sessions/session_players sparc/seats/describe_session core/shards/require_slot
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.my_sessions()
returns setof sparc.session_listing
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
declare
  _caller constant uuid := core.require_user();
  _most constant integer := 100;
begin
  perform core.require_slot(0);
  return query
  select listing.*
  from sparc.sessions as s
  cross join lateral sparc.describe_session(s) as listing
  where s.status not in ('completed', 'cancelled')
    and s.id in (
      select o.id from sparc.sessions as o where o.seer_id = _caller
      union all
      select p.session_id from sparc.session_players as p where p.user_id = _caller and p.is_active
    )
  order by s.created_at desc, s.id desc
  limit _most;
end
$$;
comment on function sparc.my_sessions() is
  'The sessions that are not over and that the caller runs or sits in, with their codes: the newest 100. Raises: '
  'UNAUTHENTICATED. [client]';
revoke all on function sparc.my_sessions() from public;
grant execute on function sparc.my_sessions() to authenticated, service_role;
commit;
