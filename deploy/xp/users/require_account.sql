-- Deploy gamekeeper:xp/users/require_account to pg
-- requires: xp/users/xp_users xp/errors core/errors/raise core/shards/require_slot core/keys/slot_of
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.require_account(external_user_id text)
returns xp.xp_users
language plpgsql
stable
parallel safe
as $$
declare
  _account xp.xp_users;
begin
  perform core.require_slot(core.slot_of(require_account.external_user_id));
  select u.* into _account from xp.xp_users as u where u.external_user_id = require_account.external_user_id;
  if not found then
    perform core.raise('NOT_REGISTERED');
  end if;
  return _account;
end
$$;
comment on function xp.require_account(text) is 'The account of a user of the platform. Raises: NOT_REGISTERED. [helper]';
revoke all on function xp.require_account(text) from public;
commit;
