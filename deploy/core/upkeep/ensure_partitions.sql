-- Deploy gamekeeper:core/upkeep/ensure_partitions to pg
-- requires: core/upkeep/partitions core/upkeep/seal_partition core/errors/raise core/keys/utc
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Where pg_partman manages the table (partman.part_config names it), pg_partman makes the partitions;
-- else they are made here. Rows that waited in the default partition move into theirs: their
-- append-only guard is off for that one statement, under a lock that keeps everybody else out.
create function core.ensure_partitions(table_name text, at timestamptz)
returns setof text
language plpgsql
volatile
as $$
declare
  _table core.partitioned_tables;
  _parent regclass := to_regclass(ensure_partitions.table_name);
  _default regclass;
  _key text;
  _starts timestamptz;
  _ends timestamptz;
  _name text;
  _waiting boolean;
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
  _key := substring(pg_get_partkeydef(_parent) from '\((.+)\)');

  for _i in 0.._table.ahead loop
    _starts := (date_trunc(_table.period, core.utc(ensure_partitions.at))
      + _i * ('1 ' || _table.period)::interval) at time zone interval '00:00';
    _ends := (core.utc(_starts) + ('1 ' || _table.period)::interval) at time zone interval '00:00';
    continue when exists (
      select from core.partitions as p
      where p.table_name = ensure_partitions.table_name and p.starts_at < _ends and p.ends_at > _starts
    );

    _name := format(
      '%I.%I', split_part(ensure_partitions.table_name, '.', 1),
      split_part(ensure_partitions.table_name, '.', 2) || to_char(core.utc(_starts), '"_p"YYYYMMDD')
    );
    execute format('create table %s (like %s including defaults including constraints including storage)', _name, _parent);
    execute format('lock table %s in access exclusive mode', _default);
    execute format('select exists (select from %s where %s >= $1 and %2$s < $2)', _default, _key)
      into _waiting using _starts, _ends;
    if _waiting then
      execute format('alter table %s disable trigger user', _default);
      execute format(
        'with waiting as (delete from %s where %s >= $1 and %2$s < $2 returning *) insert into %s select * from waiting',
        _default, _key, _name
      ) using _starts, _ends;
      execute format('alter table %s enable trigger user', _default);
    end if;
    execute format('alter table %s attach partition %s for values from (%L) to (%L)', _parent, _name, _starts, _ends);
    perform core.seal_partition(_parent, _name::regclass);
    return next _name;
  end loop;
end
$$;
comment on function core.ensure_partitions(text, timestamptz) is
  'Makes the missing partitions of a registered table: the one that holds the given instant and as many after it as '
  'core.partitioned_tables says. Returns the names of those made. Raises: NOT_FOUND. [helper]';
revoke all on function core.ensure_partitions(text, timestamptz) from public;
commit;
