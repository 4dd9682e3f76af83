-- Deploy gamekeeper:sparc/archive/my_archived_session_ids to pg
-- requires: auth/uid core/callers/closed_persons sparc/archive/archived_sessions sparc/archive/archived_session_players
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.my_archived_session_ids()
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
  select mine.id
  from (
    select s.id
    from sparc.archived_sessions as s
    where s.seer_id = _caller
    union
    select p.session_id
    from sparc.archived_session_players as p
    join sparc.archived_sessions as s on s.id = p.session_id
    where p.user_id = _caller and p.user_id <> all (s.kicked_user_ids)
  ) as mine (id)
  where not exists (select from core.closed_persons as c where c.person_id = _caller);
end
$$;
comment on function sparc.my_archived_session_ids() is
  'The archived sessions that the caller ran or played in, without those that kicked them out. [helper]';
revoke all on function sparc.my_archived_session_ids() from public;
grant execute on function sparc.my_archived_session_ids() to anon, authenticated, service_role;
commit;
