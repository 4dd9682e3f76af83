-- Deploy gamekeeper:core/partitions/partitions to pg
-- requires: core/partitions/partitioned_tables
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Read from the catalog, so that it holds for partitions made by anybody (pg_partman, a person).
create view core.partitions with (security_invoker = true) as
select
  p.table_name,
  c.oid::regclass as partition,
  b.bounds is null as is_default,
  b.bounds[1]::timestamptz as starts_at,
  b.bounds[2]::timestamptz as ends_at,
  case when b.bounds is null then p.draining_to end as draining_to
from core.partitioned_tables as p
join pg_inherits as i on i.inhparent = to_regclass(p.table_name)
join pg_class as c on c.oid = i.inhrelid
cross join lateral (
  select regexp_match(pg_get_expr(c.relpartbound, c.oid), $re$FROM \('(.+)'\) TO \('(.+)'\)$re$) as bounds
) as b;
comment on view core.partitions is 'Every partition of the registered tables with its bounds; the default partition has none.';
comment on column core.partitions.table_name is 'schema.table of the parent.';
comment on column core.partitions.partition is 'The partition.';
comment on column core.partitions.is_default is 'Whether it takes what no other partition takes.';
comment on column core.partitions.starts_at is 'First instant it takes.';
comment on column core.partitions.ends_at is 'First instant after it.';
comment on column core.partitions.draining_to is 'Of a default partition that is being drained: it takes no row from here on until the drain ends. Null otherwise.';
commit;
