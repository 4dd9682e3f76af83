-- Deploy gamekeeper:xp/users/set_handle to pg
-- requires: xp/users/xp_profiles xp/users/require_account core/callers/require_user core/errors/raise core/shards/enter core/keys/slot_of
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.set_handle(handle text)
returns xp.xp_profiles
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _user_id constant bigint := (xp.require_account(core.require_user()::text)).user_id;
  _profile xp.xp_profiles;
begin
  perform core.enter(core.slot_of(core.require_user()::text));
  if length(set_handle.handle) not between 1 and 40 or not core.is_display_name(coalesce(set_handle.handle, 'none')) then
    perform core.raise('INVALID_INPUT', jsonb_build_object(
      'field', 'handle', 'problem', 'must have from 1 to 40 characters, something visible among them and no control characters'
    ));
  end if;
  update xp.xp_profiles as p
  set handle = set_handle.handle
  where p.user_id = _user_id and p.handle is distinct from set_handle.handle
  returning p.* into _profile;
  if not found then
    select p.* into strict _profile from xp.xp_profiles as p where p.user_id = _user_id;
  end if;
  return _profile;
end
$$;
comment on function xp.set_handle(text) is
  'The name that boards show of the caller: 1 to 40 characters, not unique; null takes it away. '
  'Raises: UNAUTHENTICATED, ACCOUNT_CLOSED, NOT_REGISTERED, INVALID_INPUT. [client] [repeat: natural]';
revoke all on function xp.set_handle(text) from public;
grant execute on function xp.set_handle(text) to authenticated, service_role;
commit;
