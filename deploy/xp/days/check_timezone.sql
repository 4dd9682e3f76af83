-- Deploy gamekeeper:xp/days/check_timezone to pg
-- requires: xp/days/timezones core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.check_timezone(reward_tz text)
returns void
language plpgsql
stable
parallel safe
as $$
begin
  if not exists (select from xp.timezones as z where z.name = check_timezone.reward_tz) then
    perform core.raise('INVALID_INPUT', '{"field": "reward_tz", "problem": "is not the name of an IANA time zone"}');
  end if;
end
$$;
comment on function xp.check_timezone(text) is
  'Passes exact IANA names; abbreviations, offsets and other spellings are refused. Raises: INVALID_INPUT. [helper]';
revoke all on function xp.check_timezone(text) from public;
commit;
