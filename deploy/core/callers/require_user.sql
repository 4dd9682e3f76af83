-- Deploy gamekeeper:core/callers/require_user to pg
-- requires: core/errors/raise core/callers/user_id
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.require_user()
returns uuid
language plpgsql
stable
parallel safe
as $$
declare
  _user constant uuid := core.user_id();
begin
  if _user is null then
    perform core.raise('UNAUTHENTICATED');
  end if;
  return _user;
end
$$;
comment on function core.require_user() is 'The id of the calling user; a sub that is no uuid is nobody''s. Raises: UNAUTHENTICATED. [helper]';
revoke all on function core.require_user() from public;
commit;
