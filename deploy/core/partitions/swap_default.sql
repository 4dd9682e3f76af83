-- Deploy gamekeeper:core/partitions/swap_default to pg
-- requires: core/partitions/partitions core/partitions/hold_partition core/partitions/seal_partition core/partitions/partition_name
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Attaching takes the triggers of the foreign key from the table that it refers to, which needs that table alone: so it
-- is locked in this mode from the start.
create function core.swap_default(table_name text, starts_at timestamptz, ends_at timestamptz)
returns text
language plpgsql
volatile
as $$
declare
  _parent constant regclass := to_regclass(swap_default.table_name);
  _default regclass;
  _schema name;
  _relation name;
  _name text := core.partition_name(swap_default.table_name, swap_default.starts_at);
begin
  select p.partition, n.nspname, c.relname into _default, _schema, _relation
  from core.partitions as p
  join pg_catalog.pg_class as c on c.oid = p.partition
  join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
  where p.table_name = swap_default.table_name and p.is_default;
  perform core.hold_partition(_parent, _default, against_readers => true);
  execute format('alter table %s detach partition %s', _parent, _default);
  execute format('alter table %s rename to %I', _default, _name);
  execute format(
    'alter table %s attach partition %s for values from (%L) to (%L)',
    _parent, _default, swap_default.starts_at, swap_default.ends_at
  );
  execute format('alter table %s drop constraint if exists draining', _default);
  execute format(
    'create table %I.%I (like %s including defaults including constraints including storage)', _schema, _relation, _parent
  );
  execute format('alter table %s attach partition %I.%I default', _parent, _schema, _relation);
  perform core.seal_partition(_parent, _default);
  perform core.seal_partition(_parent, format('%I.%I', _schema, _relation)::regclass);
  update core.partitioned_tables as t set draining_from = null, draining_to = null where t.table_name = swap_default.table_name;
  return format('the default partition became %s', _name);
end
$$;
comment on function core.swap_default(text, timestamptz, timestamptz) is
  'Makes the default partition of a registered table, all of whose rows lie in a range, the partition of this range, '
  'and an empty one the default. [helper]';
revoke all on function core.swap_default(text, timestamptz, timestamptz) from public;
commit;
