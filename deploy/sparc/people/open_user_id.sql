-- Deploy gamekeeper:sparc/people/open_user_id to pg
-- requires: auth/uid core/callers/is_closed sparc/schema core/shards/is_elsewhere
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- SECURITY DEFINER, because policies call it as whoever reads or writes. plpgsql, because a SQL function would be planned anew
-- at every statement.
create function sparc.open_user_id()
returns uuid
language plpgsql
stable
parallel safe
security definer
set search_path = pg_temp
as $$
declare
  _caller constant uuid := auth.uid();
begin
  if core.is_closed(_caller) or core.is_elsewhere(0) then
    return null;
  end if;
  return _caller;
end
$$;
comment on function sparc.open_user_id() is
  'The id of the caller for policies: null for a stranger, for who has left, whose token may still be good, and where another server has sparc. [helper]';
revoke all on function sparc.open_user_id() from public;
grant execute on function sparc.open_user_id() to anon, authenticated, service_role;
commit;
