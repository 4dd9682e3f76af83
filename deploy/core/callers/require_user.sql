-- Deploy gamekeeper:core/callers/require_user to pg
-- requires: core/errors/raise core/callers/closed_persons auth/jwt
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The first line of every command, so it says in three comparisons what core.user_id() says in a regular expression, which
-- takes longer than all the rest of it; translate takes six times as long as ltrim.
create function core.require_user()
returns uuid
language plpgsql
stable
parallel safe
as $$
declare
  _sub constant text := auth.jwt() ->> 'sub';
  _closed record;
begin
  if (
    _sub like '________-____-____-____-____________' and _sub not like '%-%-%-%-%-%' and ltrim(_sub, '0123456789abcdefABCDEF-') = ''
  ) is not true then
    perform core.raise('UNAUTHENTICATED');
  end if;
  select c.kind, c.until into _closed from core.closed_persons as c where c.person_id = _sub::uuid;
  if found then
    perform core.raise('ACCOUNT_CLOSED', jsonb_build_object('kind', _closed.kind, 'until', _closed.until));
  end if;
  return _sub::uuid;
end
$$;
comment on function core.require_user() is
  'The id of the calling user, whose account is open; a sub that is no uuid is nobody''s. '
  'Raises: UNAUTHENTICATED, ACCOUNT_CLOSED (whatever raises the first for a user''s call raises this one for a closed account). [helper]';
revoke all on function core.require_user() from public;
commit;
