-- Deploy gamekeeper:xp/days/guard_server_timezone to pg
-- requires: xp/settings xp/days/timezones core/records/set_setting core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Claims read the setting and trust it: a wrong name would refuse them all.
create function xp.guard_server_timezone()
returns trigger
language plpgsql
volatile
set search_path = pg_temp
as $$
begin
  if not exists (select from xp.timezones as z where z.name = new.value #>> '{}') then
    perform core.raise('INVALID_INPUT', '{"field": "value", "problem": "is not the name of an IANA time zone"}');
  end if;
  return new;
end
$$;
comment on function xp.guard_server_timezone() is
  'BEFORE UPDATE row trigger of core.settings, for xp.server_timezone only: it passes exact IANA names. Raises: INVALID_INPUT. [helper]';
revoke all on function xp.guard_server_timezone() from public;
create trigger guard_server_timezone before update on core.settings for each row
  when (new.name = 'xp.server_timezone') execute function xp.guard_server_timezone();
comment on trigger guard_server_timezone on core.settings is 'xp.server_timezone names a zone that this server knows.';
commit;
