-- Deploy gamekeeper:core/partitions/ensure_partitions to pg
-- requires: core/partitions/partitions core/partitions/seal_partition core/partitions/hold_partition core/partitions/partition_name core/errors/raise core/keys/utc
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Where pg_partman manages the table (partman.part_config names it), pg_partman makes the partitions; else they are made
-- here. Postgres reads the whole default partition for each one that is attached, while nobody can use the table: so
-- core.drain_default comes first.
create function core.ensure_partitions(table_name text, at timestamptz)
returns setof text
language plpgsql
volatile
as $$
declare
  _table core.partitioned_tables;
  _parent regclass := to_regclass(ensure_partitions.table_name);
  _default regclass;
  _starts timestamptz;
  _ends timestamptz;
  _name text;
  _made text[] := '{}'::text[];
  _attach text[] := '{}'::text[];
  _by_partman boolean := false;
  _partition regclass;
begin
  select * into _table from core.partitioned_tables as t where t.table_name = ensure_partitions.table_name;
  if not found or _parent is null then
    perform core.raise('NOT_FOUND', jsonb_build_object('table', ensure_partitions.table_name));
  end if;

  if to_regclass('partman.part_config') is not null then
    execute format('select exists (select from %I.part_config where parent_table = $1)', 'partman')
      into _by_partman using ensure_partitions.table_name;
  end if;
  if _by_partman then
    execute format('select %I.run_maintenance($1)', 'partman') using ensure_partitions.table_name;
    for _partition in
      select p.partition
      from core.partitions as p
      join pg_catalog.pg_class as c on c.oid = p.partition
      where p.table_name = ensure_partitions.table_name and not c.relrowsecurity
      order by p.starts_at
    loop
      perform core.seal_partition(_parent, _partition);
      return next _partition::text;
    end loop;
    return;
  end if;

  select p.partition into _default
  from core.partitions as p
  where p.table_name = ensure_partitions.table_name and p.is_default;
  perform core.seal_partition(_parent, _default)
  from pg_catalog.pg_class as c
  where c.oid = _default and not c.relrowsecurity;

  -- the tables are made before anything is locked
  for _i in 0.._table.ahead loop
    _starts := (date_trunc(_table.period, core.utc(ensure_partitions.at))
      + _i * ('1 ' || _table.period)::interval) at time zone interval '00:00';
    _ends := (core.utc(_starts) + ('1 ' || _table.period)::interval) at time zone interval '00:00';
    -- a drained part may end within a period
    select coalesce(max(least(p.ends_at, _ends)), _starts) into _starts
    from core.partitions as p
    where p.table_name = ensure_partitions.table_name and p.starts_at <= _starts and p.ends_at > _starts;
    continue when _starts >= _ends or exists (
      select from core.partitions as p
      where p.table_name = ensure_partitions.table_name and p.starts_at < _ends and p.ends_at > _starts
    );
    _name := format(
      '%I.%I', split_part(ensure_partitions.table_name, '.', 1),
      core.partition_name(ensure_partitions.table_name, _starts)
    );
    execute format('create table %s (like %s including defaults including constraints including storage)', _name, _parent);
    _made := _made || _name;
    _attach := _attach
      || format('alter table %s attach partition %s for values from (%L) to (%L)', _parent, _name, _starts, _ends);
  end loop;
  if cardinality(_made) = 0 then
    return;
  end if;

  perform core.hold_partition(_parent, _default, against_readers => false);
  for _i in 1..cardinality(_made) loop
    execute _attach[_i];
    perform core.seal_partition(_parent, _made[_i]::regclass);
    return next _made[_i];
  end loop;
end
$$;
comment on function core.ensure_partitions(text, timestamptz) is
  'Makes the missing partitions of a registered table: the one that holds the given instant and as many after it as '
  'core.partitioned_tables says. Returns the names of those made. Fails where the default partition holds rows of one: '
  'core.drain_default comes before. Raises: NOT_FOUND. [helper]';
revoke all on function core.ensure_partitions(text, timestamptz) from public;
commit;
