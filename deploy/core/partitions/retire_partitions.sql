-- Deploy gamekeeper:core/partitions/retire_partitions to pg
-- requires: core/partitions/partitions core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Dropping a partition costs the same however many rows it or the others hold. The default partition is
-- never dropped.
create function core.retire_partitions(table_name text, at timestamptz)
returns setof text
language plpgsql
volatile
as $$
declare
  _table core.partitioned_tables;
  _partition record;
  _is_kept boolean;
begin
  select * into _table from core.partitioned_tables as t where t.table_name = retire_partitions.table_name;
  if not found then
    perform core.raise('NOT_FOUND', jsonb_build_object('table', retire_partitions.table_name));
  end if;
  for _partition in
    select p.partition::text as name, n.nspname, c.relname, p.starts_at, p.ends_at
    from core.partitions as p
    join pg_catalog.pg_class as c on c.oid = p.partition
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where p.table_name = retire_partitions.table_name
      and p.ends_at <= retire_partitions.at - _table.retention
    order by p.starts_at
  loop
    if _table.kept_by is not null then
      -- whoever reads the partition to keep it has ended, and the next one does not find it
      execute format('lock table %I.%I in access exclusive mode', _partition.nspname, _partition.relname);
      execute format('select %s($1, $2)', _table.kept_by::regprocedure::regproc) into _is_kept using _partition.starts_at, _partition.ends_at;
      continue when _is_kept;
    end if;
    return next _partition.name;
    execute format('drop table %I.%I', _partition.nspname, _partition.relname);
  end loop;
end
$$;
comment on function core.retire_partitions(text, timestamptz) is
  'Drops the partitions of a registered table that are wholly older than its retention at the given instant and that nothing else needs (kept_by); none when it keeps everything. Returns their names. Raises: NOT_FOUND. [helper]';
revoke all on function core.retire_partitions(text, timestamptz) from public;
commit;
