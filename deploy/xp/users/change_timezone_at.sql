-- Deploy gamekeeper:xp/users/change_timezone_at to pg
-- requires: xp/users/xp_timezone_changes xp/users/account_of xp/days/check_timezone xp/errors
begin;
set local role gamekeeper;
-- Locks the account's row, then writes the history. Nothing takes effect before the running reward day is
-- over, so a claim that runs at the same time is right whether it sees the change or not.
create function xp.change_timezone_at(external_user_id text, reward_tz text, at timestamptz)
returns xp.xp_timezone_changes
language plpgsql
volatile
as $$
declare
  _account xp.xp_users := xp.account_of(change_timezone_at.external_user_id);
  _change xp.xp_timezone_changes;
begin
  perform xp.check_timezone(change_timezone_at.reward_tz);
  select u.* into strict _account from xp.xp_users as u where u.user_id = _account.user_id for update;
  if _account.reward_tz = change_timezone_at.reward_tz then
    perform core.raise('INVALID_INPUT', '{"field": "reward_tz", "problem": "is the present time zone"}');
  end if;
  if change_timezone_at.at < _account.tz_changed_at + interval '168 hours' then
    perform core.raise('TIMEZONE_CHANGED_RECENTLY', jsonb_build_object(
      'changeableAt', _account.tz_changed_at + interval '168 hours'
    ));
  end if;
  insert into xp.xp_timezone_changes (user_id, change_no, from_tz, to_tz, requested_at)
  values (
    _account.user_id,
    (select count(*) + 1 from xp.xp_timezone_changes as c where c.user_id = _account.user_id),
    _account.reward_tz, change_timezone_at.reward_tz, change_timezone_at.at
  )
  returning * into _change;
  update xp.xp_users as u
  set reward_tz = change_timezone_at.reward_tz, previous_tz = _account.reward_tz, tz_changed_at = change_timezone_at.at
  where u.user_id = _account.user_id;
  return _change;
end
$$;
comment on function xp.change_timezone_at(text, text, timestamptz) is
  'xp.change_timezone for a user of the platform at a given instant; for the owner only. Raises: NOT_REGISTERED, INVALID_INPUT, TIMEZONE_CHANGED_RECENTLY.';
revoke all on function xp.change_timezone_at(text, text, timestamptz) from public;
commit;
