-- Deploy gamekeeper:core/upkeep/health_blockers to pg
-- requires: core/upkeep/health_checks core/partitions/partitions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- pg_stat_activity hides what other roles do from gamekeeper; pg_locks shows everybody who holds a table, which is what
-- upkeep waited for. Only a table whose last run failed is asked for: who plays holds each of them all the time.
create function core.health_blockers()
returns table (ok boolean, detail text, action text)
language sql
stable
set search_path = pg_temp
begin atomic
  with needed as (
    select t.table_name, to_regclass(t.table_name)::oid as relation
    from core.partitioned_tables as t
    where t.ok = false
    union
    select t.table_name, p.partition::oid
    from core.partitioned_tables as t
    join core.partitions as p on p.table_name = t.table_name
    where t.ok = false
    union
    select t.table_name, k.confrelid
    from core.partitioned_tables as t
    join pg_catalog.pg_constraint as k on k.conrelid = to_regclass(t.table_name) and k.contype = 'f'
    where t.ok = false
  ),
  holders as (
    select l.pid, string_agg(distinct n.table_name, ', ' order by n.table_name) as tables
    from pg_catalog.pg_locks as l
    join needed as n on n.relation = l.relation
    where l.granted
      and l.database = (select d.oid from pg_catalog.pg_database as d where d.datname = current_database())
      and l.pid <> pg_backend_pid()
    group by l.pid
  )
  select
    count(*) = 0,
    case
      when count(*) > 0 then 'upkeep waits for ' || string_agg(format('process %s, which holds %s', h.pid, h.tables), '; ' order by h.pid)
      when exists (select from needed) then 'what upkeep waited for is free again: its next run goes on'
      else 'nobody holds up upkeep'
    end,
    'Have the process named end its transaction (a forgotten reader, a dump, a client that left one open), or end it: '
    'select pg_terminate_backend(pid). Set idle_in_transaction_session_timeout for client roles.'
  from holders as h;
end;
comment on function core.health_blockers() is
  'Whether an open transaction keeps upkeep from a table that its last run could not lock, and whose it is. [helper]';
revoke all on function core.health_blockers() from public;

insert into core.health_checks (name, function, meaning) values
  ('core.blockers', 'core.health_blockers()', 'No open transaction keeps upkeep from its work.');
commit;
