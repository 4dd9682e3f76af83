-- Deploy gamekeeper:core/callers/is_closed to pg
-- requires: core/callers/closed_persons
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- SECURITY DEFINER, because guards of direct writes and the sign-up ask it as whoever writes. plpgsql, because a SQL function
-- that reads a table is planned anew in each transaction.
create function core.is_closed(person_id uuid)
returns boolean
language plpgsql
stable
parallel safe
security definer
set search_path = pg_temp
as $$
begin
  perform from core.closed_persons as c where c.person_id = is_closed.person_id;
  return found;
end
$$;
comment on function core.is_closed(uuid) is
  'Whether the account of this id is closed, erased or merged into another: whoever it was may not act. One probe. [helper]';
revoke all on function core.is_closed(uuid) from public;
commit;
