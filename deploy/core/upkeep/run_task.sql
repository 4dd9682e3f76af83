-- Deploy gamekeeper:core/upkeep/run_task to pg
-- requires: core/errors/caught core/errors/caught_error core/upkeep/upkeep_tasks core/partitions/partitioned_tables core/callers/require_service core/errors/raise core/keys/wall_clock core/shards/slots
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- SECURITY DEFINER, because partitions can be made and dropped by their owner only. The task runs in a subtransaction:
-- one that fails is recorded and gives its locks back. While it waits for a lock of a table, everybody who comes later
-- waits behind it; so it waits for 150 ms, three times, with the table free between. The row of the task is locked
-- while it runs, and a second run at the same time leaves it out. While a slot is copied to another server, no task writes
-- its rows behind the copy: all of them wait for a later run.
create function core.run_task(task text, table_name text default null)
returns table (ok boolean, detail text, is_waiting boolean)
language plpgsql
volatile
security definer
set search_path = pg_temp
set jit = off
set lock_timeout = '150ms'
as $$
declare
  _tries constant integer := 3;
  _task core.upkeep_tasks;
  _schema text;
  _function text;
  _is_for_tables boolean;
  _began timestamptz;
  _ended timestamptz;
  _seconds double precision;
  _error core.caught_error;
begin
  perform core.require_service();
  select * into _task from core.upkeep_tasks as t where t.task = run_task.task for update skip locked;
  if not found then
    perform from core.upkeep_tasks as t where t.task = run_task.task;
    if not found then
      perform core.raise('NOT_FOUND', jsonb_build_object('task', run_task.task));
    end if;
    return;
  end if;
  if exists (select from core.slots as s where s.state = 'moving') then
    return;
  end if;

  select p.pronamespace::regnamespace::text, p.proname::text, p.pronargs = 1
  into _schema, _function, _is_for_tables
  from pg_catalog.pg_proc as p
  where p.oid = to_regprocedure(_task.function);

  run_task.is_waiting := false;
  _began := core.wall_clock();
  for _try in 1.._tries loop
    begin
      if _is_for_tables then
        execute format('select (%I.%I($1))::text', _schema, _function) into run_task.detail using run_task.table_name;
      else
        execute format('select (%I.%I())::text', _schema, _function) into run_task.detail;
      end if;
      run_task.ok := true;
      exit;
    exception
      when lock_not_available then
        run_task.ok := false;
        run_task.detail := format('%s: somebody holds a lock that it needs; the next run tries again', sqlstate);
      when others then
        run_task.ok := false;
        _error := core.caught(sqlstate, sqlerrm);
        run_task.detail := format('%s: %s', _error.sqlstate, _error.message);
        exit;
    end;
  end loop;
  _ended := core.wall_clock();
  _seconds := greatest(extract(epoch from _ended - _began), 0)::double precision;

  if run_task.table_name is not null then
    update core.partitioned_tables as p
    set ran_at = _ended, ok = run_task.ok, detail = run_task.detail
    where p.table_name = run_task.table_name
    returning run_task.ok and p.is_waiting into run_task.is_waiting;
    -- the task is as well as the latest runs of all its tables
    select coalesce(bool_and(p.ok), true), string_agg(p.table_name || ': ' || p.detail, '; ' order by p.table_name)
    into _task.ok, _task.detail
    from core.partitioned_tables as p
    where p.ran_at is not null;
  else
    run_task.is_waiting := case when run_task.ok and _task.batch is not null then run_task.detail::bigint >= _task.batch else false end;
    _task.ok := run_task.ok;
    _task.detail := run_task.detail;
  end if;
  update core.upkeep_tasks as t
  set
    ran_at = _ended,
    ok = _task.ok,
    detail = _task.detail,
    failing_since = case when not _task.ok then coalesce(t.failing_since, _ended) end,
    last_seconds = _seconds,
    runs = t.runs + 1,
    failed_runs = t.failed_runs + (not run_task.ok)::integer,
    seconds = t.seconds + _seconds
  where t.task = _task.task;
  return next;
end
$$;
comment on function core.run_task(text, text) is
  'Runs one task of core.upkeep_tasks, where it is one for tables a step of it for this table, and returns how it went and '
  'whether another step waits, or a whole batch was done; nothing if another run is at it, or a slot is being moved away from this server. Waits for each lock 150 ms at the most, three times. A failing task is reported, not raised. '
  'Raises: FORBIDDEN, NOT_FOUND. [service] [repeat: natural]';
revoke all on function core.run_task(text, text) from public;
grant execute on function core.run_task(text, text) to service_role;
commit;
