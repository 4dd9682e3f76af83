-- Deploy gamekeeper:xp/users/require_person to pg
-- requires: xp/users/xp_users core/callers/closed_persons core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.require_person(user_id bigint)
returns xp.xp_users
language plpgsql
stable
parallel safe
as $$
declare
  _account xp.xp_users;
begin
  select u.* into _account from xp.xp_users as u where u.user_id = require_person.user_id;
  if not found then
    perform core.raise('NOT_FOUND', jsonb_build_object('userId', require_person.user_id));
  end if;
  -- whoever closed their account may come back; whoever was erased or merged is gone
  perform from core.closed_persons as c
  where c.person_id = substring(_account.external_user_id from '(?i)^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$')::uuid
    and c.kind <> 'closed';
  if found then
    perform core.raise('ACCOUNT_CLOSED', jsonb_build_object('userId', require_person.user_id));
  end if;
  return _account;
end
$$;
comment on function xp.require_person(bigint) is
  'The account that the service gives something to. Raises: NOT_FOUND, ACCOUNT_CLOSED (its person was erased, or merged into another). [helper]';
revoke all on function xp.require_person(bigint) from public;
commit;
