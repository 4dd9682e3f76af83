-- Deploy gamekeeper:core/upkeep/health_partitions to pg
-- requires: core/upkeep/health_checks core/partitions/partitions core/keys/now_utc
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.health_partitions()
returns table (ok boolean, detail text, action text)
language plpgsql
stable
as $$
declare
  _at timestamptz := core.now_utc();
  _default regclass;
  _strays boolean;
  _problems text[];
begin
  select coalesce(array_agg(t.table_name || ' has no partition ahead' order by t.table_name), '{}') into _problems
  from core.partitioned_tables as t
  where not exists (
    select from core.partitions as p where p.table_name = t.table_name and p.starts_at > _at
  );
  for _default in select p.partition from core.partitions as p where p.is_default order by p.table_name loop
    execute format('select exists (select from %s)', _default) into _strays;
    if _strays then
      _problems := _problems || format('%s holds rows', _default);
    end if;
  end loop;
  -- a table that is named as a partition and is none was detached
  _problems := _problems || array(
    select format('%s is detached from %s, and nobody sees its rows', c.oid::regclass, t.table_name)
    from core.partitioned_tables as t
    join pg_catalog.pg_class as p on p.oid = to_regclass(t.table_name)
    join pg_catalog.pg_class as c on c.relnamespace = p.relnamespace and c.relname ~ ('^' || p.relname || '_p[0-9]{8}(_[0-9]+)?$')
    where c.relkind = 'r' and not c.relispartition
    order by c.relname
  );
  return query select
    cardinality(_problems) = 0,
    coalesce(array_to_string(nullif(_problems, '{}'), '; '), 'every partitioned table has one ahead, no default partition holds rows'),
    'Run call core.maintain(): it makes partitions and empties the default ones. Attach a detached partition again, or '
    'where its period has another by now, insert its rows into the table and drop it.'::text;
end
$$;
comment on function core.health_partitions() is
  'Whether every partitioned table has a partition ahead, no default partition holds rows and none is detached. [helper]';
revoke all on function core.health_partitions() from public;

insert into core.health_checks (name, function, meaning) values
  ('core.partitions', 'core.health_partitions()', 'Partitions exist ahead of time and default partitions are empty.');
commit;
