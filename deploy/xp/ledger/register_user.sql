-- Deploy gamekeeper:xp/ledger/register_user to pg
-- requires: xp/users/xp_users xp/users/new_user_id xp/ledger/open_account xp/days/check_timezone xp/days/same_clock xp/errors xp/settings core/callers/require_user core/callers/is_service core/callers/closed_persons core/records/setting core/shards/enter core/keys/slot_of
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A repeated registration returns the account as it is. It never changes one: the zone has its own rules. TimeZone is
-- pinned as in xp.claim, since names of zones are compared by their clocks.
create function xp.register_user(external_user_id text, reward_tz text, segment_key text default null)
returns xp.xp_users
language plpgsql
volatile
security definer
set search_path = pg_temp
set timezone = 'UTC'
as $$
declare
  _service constant boolean := core.is_service();
  _account xp.xp_users;
begin
  if not _service then
    if register_user.external_user_id is distinct from core.require_user()::text then
      perform core.raise('FORBIDDEN', '{"field": "external_user_id"}');
    end if;
    if register_user.segment_key is not null and core.setting('xp.self_segment') <> 'true' then
      perform core.raise('FORBIDDEN', '{"field": "segment_key"}');
    end if;
  end if;
  if coalesce(length(register_user.external_user_id), 0) not between 1 and 200 then
    perform core.raise('INVALID_INPUT', '{"field": "external_user_id", "problem": "must have from 1 to 200 characters"}');
  end if;
  -- the service names users as their platform does: only ids of persons can be those of people who have left
  if _service and register_user.external_user_id ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    perform from core.closed_persons as c where c.person_id = register_user.external_user_id::uuid;
    if found then
      perform core.raise('ACCOUNT_CLOSED');
    end if;
  end if;
  if length(register_user.segment_key) not between 1 and 100 then
    perform core.raise('INVALID_INPUT', '{"field": "segment_key", "problem": "must have from 1 to 100 characters"}');
  end if;
  perform xp.check_timezone(register_user.reward_tz);
  perform core.enter(core.slot_of(register_user.external_user_id));

  insert into xp.xp_users (user_id, external_user_id, reward_tz, segment_key)
  values (
    xp.new_user_id(register_user.external_user_id), register_user.external_user_id, register_user.reward_tz, register_user.segment_key
  )
  on conflict on constraint xp_users_external_user_id_uidx do nothing
  returning * into _account;
  if not found then
    select u.* into strict _account from xp.xp_users as u where u.external_user_id = register_user.external_user_id;
    if _account.segment_key is distinct from register_user.segment_key
      or not (_account.reward_tz = register_user.reward_tz or xp.same_clock(_account.reward_tz, register_user.reward_tz))
    then
      perform core.raise('ALREADY_REGISTERED', jsonb_build_object('rewardTz', _account.reward_tz));
    end if;
  end if;
  return _account;
end
$$;
comment on function xp.register_user(text, text, text) is
  'Opens the account of the caller, or of any user for the service. A repetition returns the account, also under '
  'another name of the same zone. Users register themselves only, name a segment only where xp.self_segment is true, '
  'and an exact IANA zone; nobody opens one for who has left. Raises: UNAUTHENTICATED, FORBIDDEN, ACCOUNT_CLOSED, INVALID_INPUT, ALREADY_REGISTERED. [client] [repeat: natural]';
revoke all on function xp.register_user(text, text, text) from public;
grant execute on function xp.register_user(text, text, text) to authenticated, service_role;
commit;
