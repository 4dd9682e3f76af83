-- Deploy gamekeeper:core/upkeep/maintain to pg
-- requires: core/upkeep/upkeep_tasks core/callers/require_service
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- SECURITY DEFINER, because partitions can be made and dropped by their owner only. Each task runs in a
-- subtransaction of its own: one that fails is recorded and leaves the others whole. The row of a task
-- is locked while it runs, and a second run at the same time skips it. Partitions come last: dropping
-- one locks its table against everybody until this transaction ends.
create function core.maintain()
returns table (task text, ok boolean, detail text)
language plpgsql
volatile
security definer
set search_path = pg_temp
set lock_timeout = '5s'
as $$
declare
  _task core.upkeep_tasks;
  _schema text;
  _function text;
begin
  perform core.require_service();
  for _task in
    select * from core.upkeep_tasks as t order by t.task = 'core.partitions', t.task for update skip locked
  loop
    maintain.task := _task.task;
    begin
      select p.pronamespace::regnamespace::text, p.proname::text into _schema, _function
      from pg_catalog.pg_proc as p
      where p.oid = to_regprocedure(_task.function);
      execute format('select (%I.%I())::text', _schema, _function) into maintain.detail;
      maintain.ok := true;
    exception
      when others then
        maintain.ok := false;
        maintain.detail := format('%s: %s', sqlstate, sqlerrm);
    end;
    update core.upkeep_tasks as t
    set ran_at = core.now_utc(), ok = maintain.ok, detail = maintain.detail
    where t.task = _task.task;
    return next;
  end loop;
end
$$;
comment on function core.maintain() is
  'Runs every upkeep task (core.upkeep_tasks) and returns how each went; the service only. pg_cron calls it every five minutes where installed (core.schedule_maintenance); else call it from any scheduler. A failing task is reported, not raised. Raises: FORBIDDEN. [service]';
revoke all on function core.maintain() from public;
grant execute on function core.maintain() to service_role;
commit;
