-- Deploy gamekeeper:xp/users/lift_timezone_wait to pg
-- requires: xp/users/xp_users core/callers/require_service core/errors/raise core/shards/enter xp/users/user_slot
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.lift_timezone_wait(user_id bigint, reason text)
returns xp.xp_users
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _account xp.xp_users;
begin
  perform core.require_service();
  if coalesce(length(lift_timezone_wait.reason), 0) not between 1 and 100 then
    perform core.raise('INVALID_INPUT', '{"field": "reason", "problem": "must have from 1 to 100 characters"}');
  end if;
  perform core.enter(xp.user_slot(lift_timezone_wait.user_id));
  update xp.xp_users as u
  set tz_lift_reason = lift_timezone_wait.reason
  where u.user_id = lift_timezone_wait.user_id and u.tz_lift_reason is null
  returning u.* into _account;
  if not found then
    select u.* into _account from xp.xp_users as u where u.user_id = lift_timezone_wait.user_id;
  end if;
  if not found then
    perform core.raise('NOT_FOUND', jsonb_build_object('userId', lift_timezone_wait.user_id));
  end if;
  return _account;
end
$$;
comment on function xp.lift_timezone_wait(bigint, text) is
  'For the service: lets the next change of the user''s zone come before seven days are over, whenever it is made; it still gives no '
  'second award for a day. A wait that is lifted already stays lifted for its first reason. Raises: FORBIDDEN, INVALID_INPUT, '
  'NOT_FOUND. [service] [repeat: natural]';
revoke all on function xp.lift_timezone_wait(bigint, text) from public;
grant execute on function xp.lift_timezone_wait(bigint, text) to service_role;
commit;
