-- Deploy gamekeeper:xp/users/change_timezone to pg
-- requires: xp/users/change_timezone_at core/callers/require_user
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.change_timezone(reward_tz text)
returns xp.xp_timezone_changes
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
begin
  return xp.change_timezone_at(core.require_user()::text, change_timezone.reward_tz);
end
$$;
comment on function xp.change_timezone(text) is
  'Moves the caller to another IANA zone, from the next boundary of their reward day on: no day can be claimed twice '
  'by it and none is lost. Refused within seven days (168 hours) of the last change, but for one way home to the zone it came from and where the service lifts the wait; to the zone that it '
  'led to, it answers with that change. Raises: UNAUTHENTICATED, '
  'NOT_REGISTERED, INVALID_INPUT, TIMEZONE_CHANGED_RECENTLY. [client] [repeat: natural]';
revoke all on function xp.change_timezone(text) from public;
grant execute on function xp.change_timezone(text) to authenticated, service_role;
commit;
