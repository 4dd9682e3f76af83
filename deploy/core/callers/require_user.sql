-- Deploy gamekeeper:core/callers/require_user to pg
-- requires: core/errors/raise auth/jwt
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The first line of every command, so it says in two comparisons what core.user_id() says in a regular expression, which
-- takes longer than all the rest of it.
create function core.require_user()
returns uuid
language plpgsql
stable
parallel safe
as $$
declare
  _sub constant text := auth.jwt() ->> 'sub';
begin
  if (_sub like '________-____-____-____-____________' and translate(_sub, '0123456789abcdefABCDEF', '') = '----') is not true then
    perform core.raise('UNAUTHENTICATED');
  end if;
  return _sub::uuid;
end
$$;
comment on function core.require_user() is 'The id of the calling user; a sub that is no uuid is nobody''s. Raises: UNAUTHENTICATED. [helper]';
revoke all on function core.require_user() from public;
commit;
