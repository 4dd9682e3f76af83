-- Deploy gamekeeper:core/upkeep/health_upkeep to pg
-- requires: core/upkeep/health_checks core/upkeep/upkeep_tasks core/keys/now_utc core/keys/utc
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.health_upkeep()
returns table (ok boolean, detail text, action text)
language sql
stable
set search_path = pg_temp
begin atomic
  select
    count(*) filter (where not t.ok or t.ran_at is null or t.ran_at < core.now_utc() - interval '1 hour') = 0,
    coalesce(
      string_agg(
        t.task || case
          when t.ran_at is null then ' never ran'
          when not t.ok then ' failed: ' || t.detail
          else ' last ran ' || to_char(core.utc(t.ran_at), 'YYYY-MM-DD HH24:MI "UTC"')
        end,
        '; ' order by t.task
      ) filter (where not t.ok or t.ran_at is null or t.ran_at < core.now_utc() - interval '1 hour'),
      format('%s tasks ran within the hour', count(*))
    ),
    'Call core.maintain() every five minutes from a scheduler; mend what a failed task names.'
  from core.upkeep_tasks as t;
end;
comment on function core.health_upkeep() is 'Whether every upkeep task ran within the last hour and succeeded. [helper]';
revoke all on function core.health_upkeep() from public;

insert into core.health_checks (name, function, meaning) values
  ('core.upkeep', 'core.health_upkeep()', 'Every upkeep task ran within the last hour and succeeded.');
commit;
