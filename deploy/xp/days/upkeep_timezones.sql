-- Deploy gamekeeper:xp/days/upkeep_timezones to pg
-- requires: xp/days/timezones core/upkeep/upkeep_tasks
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.upkeep_timezones()
returns bigint
language plpgsql
volatile
as $$
declare
  _added bigint;
begin
  insert into xp.timezones (name)
  select z.name
  from pg_catalog.pg_timezone_names as z
  where z.name !~ '^(posix|right)/' and z.name not in ('Factory', 'localtime', 'posixrules')
  on conflict on constraint timezones_pkey do nothing;
  get diagnostics _added = row_count;
  return _added;
end
$$;
comment on function xp.upkeep_timezones() is
  'Adds the zones that the server''s tz database has gained; returns how many. Upkeep calls it. [helper]';
revoke all on function xp.upkeep_timezones() from public;

select xp.upkeep_timezones();

insert into core.upkeep_tasks (task, function, meaning) values
  ('xp.timezones', 'xp.upkeep_timezones()', 'Adds zones that the server''s tz database has gained.');
commit;
