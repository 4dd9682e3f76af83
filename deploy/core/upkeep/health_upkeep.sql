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
    count(t.problem) = 0,
    coalesce(
      string_agg(t.task || t.problem, '; ' order by t.task),
      format('%s tasks ran within the hour', count(t.ran_at))
        || case when count(*) > count(t.ran_at) then format(', %s wait for their first run', count(*) - count(t.ran_at)) else '' end
    ),
    'Run call core.maintain() every five minutes from a scheduler; mend what a failed task names.'
  from (
    select
      u.task,
      u.ran_at,
      case
        when not u.ok then ' failed: ' || u.detail || coalesce(to_char(core.utc(u.failing_since), '" (since "YYYY-MM-DD HH24:MI" UTC)"'), '')
        when coalesce(u.ran_at, u.added_at) >= core.now_utc() - interval '1 hour' then null
        when u.ran_at is null then ' never ran'
        else ' last ran ' || to_char(core.utc(u.ran_at), 'YYYY-MM-DD HH24:MI "UTC"')
      end as problem
    from core.upkeep_tasks as u
  ) as t;
end;
comment on function core.health_upkeep() is 'Whether every upkeep task ran within the last hour and succeeded; one that was deployed within the hour may wait for its first run. [helper]';
revoke all on function core.health_upkeep() from public;

insert into core.health_checks (name, function, meaning) values
  ('core.upkeep', 'core.health_upkeep()', 'Every upkeep task ran within the last hour and succeeded.');
commit;
