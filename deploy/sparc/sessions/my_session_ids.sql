-- Deploy gamekeeper:sparc/sessions/my_session_ids to pg
-- requires: auth/uid core/callers/closed_persons sparc/sessions/sessions sparc/sessions/session_players
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- SECURITY DEFINER, so that the policies which call it never meet the policies of the tables it reads.
-- Policies wrap it in array(select ...), which runs once per statement and can be an index condition.
-- plpgsql, because a SQL function would be planned anew at every statement.
create function sparc.my_session_ids()
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
    from sparc.sessions as s
    where s.seer_id = _caller
    union
    select p.session_id
    from sparc.session_players as p
    join sparc.sessions as s on s.id = p.session_id
    where p.user_id = _caller and p.user_id <> all (s.kicked_user_ids)
  ) as mine (id)
  where not exists (select from core.closed_persons as c where c.person_id = _caller);
end
$$;
comment on function sparc.my_session_ids() is
  'The sessions that the caller runs, plays in or played in, without those that kicked them out; none for who has left. [helper]';
revoke all on function sparc.my_session_ids() from public;
grant execute on function sparc.my_session_ids() to anon, authenticated, service_role;
commit;
