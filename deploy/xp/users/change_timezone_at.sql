-- Deploy gamekeeper:xp/users/change_timezone_at to pg
-- requires: xp/users/xp_timezone_changes xp/users/require_account xp/days/check_timezone xp/days/timezone_wait xp/errors core/keys/wall_clock core/shards/enter core/keys/slot_of
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Locks the account's row, reads the clock, then writes the history. Nothing takes effect before the running reward day is
-- over, so a claim that runs at the same time is right whether it sees the change or not.
create function xp.change_timezone_at(external_user_id text, reward_tz text, at timestamptz default null)
returns xp.xp_timezone_changes
language plpgsql
volatile
as $$
declare
  _account xp.xp_users;
  _at timestamptz;
  _change xp.xp_timezone_changes;
  _is_way_home boolean;
begin
  perform core.enter(core.slot_of(change_timezone_at.external_user_id));
  _account := xp.require_account(change_timezone_at.external_user_id);
  perform xp.check_timezone(change_timezone_at.reward_tz);
  select u.* into strict _account from xp.xp_users as u where u.user_id = _account.user_id for update;
  _at := coalesce(change_timezone_at.at, greatest(core.wall_clock(), _account.tz_changed_at));
  if _account.reward_tz = change_timezone_at.reward_tz then
    select c.* into _change from xp.xp_timezone_changes as c where c.user_id = _account.user_id order by c.change_no desc limit 1;
    if found then
      return _change;
    end if;
    perform core.raise('INVALID_INPUT', '{"field": "reward_tz", "problem": "is the present time zone"}');
  end if;
  -- Back to where the last change came from; not if that was a way home itself.
  _is_way_home := change_timezone_at.reward_tz = _account.previous_tz and not exists (
    select from xp.xp_timezone_changes as c
    where c.user_id = _account.user_id and c.from_tz = _account.reward_tz
      and c.requested_at > _account.tz_changed_at - xp.timezone_wait() and c.requested_at <= _account.tz_changed_at
  );
  if _at < _account.tz_changed_at + xp.timezone_wait() and not _is_way_home and _account.tz_lift_reason is null then
    perform core.raise('TIMEZONE_CHANGED_RECENTLY', jsonb_build_object(
      'changeableAt', _account.tz_changed_at + xp.timezone_wait()
    ));
  end if;
  insert into xp.xp_timezone_changes (user_id, change_no, from_tz, to_tz, requested_at)
  values (
    _account.user_id,
    (select count(*) + 1 from xp.xp_timezone_changes as c where c.user_id = _account.user_id),
    _account.reward_tz, change_timezone_at.reward_tz, _at
  )
  returning * into _change;
  update xp.xp_users as u
  set reward_tz = change_timezone_at.reward_tz, previous_tz = _account.reward_tz, tz_changed_at = _at, tz_lift_reason = null
  where u.user_id = _account.user_id;
  return _change;
end
$$;
comment on function xp.change_timezone_at(text, text, timestamptz) is
  'xp.change_timezone for a user of the platform at a given instant or (null) now. Raises: NOT_REGISTERED, INVALID_INPUT, TIMEZONE_CHANGED_RECENTLY. [helper]';
revoke all on function xp.change_timezone_at(text, text, timestamptz) from public;
commit;
