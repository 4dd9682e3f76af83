-- Deploy gamekeeper:core/watching/upkeep_definitions to pg
-- requires: core/upkeep/upkeep_tasks core/shards/shards core/shards/definitions core/shards/definitions_digest core/keys/wall_clock
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The row is locked first and the digest is taken by a later statement: so it has what every writer before has committed.
create function core.upkeep_definitions()
returns text
language plpgsql
volatile
as $$
declare
  _table core.definitions;
  _tables integer := 0;
begin
  if not exists (select from core.shards) or exists (select from core.shards as s where s.is_here) then
    return 'nobody follows this server';
  end if;
  for _table in select * from core.definitions as d order by d.table_name for update loop
    update core.definitions as d
    set written_at = core.wall_clock(), digest = core.definitions_digest(d.table_name, d.compared)
    where d.table_name = _table.table_name;
    _tables := _tables + 1;
  end loop;
  return format('%s tables', _tables);
end
$$;
comment on function core.upkeep_definitions() is
  'At the home of definitions, writes the time and a digest of each table, which replication brings to the shards; elsewhere it does nothing. [helper]';
revoke all on function core.upkeep_definitions() from public;

insert into core.upkeep_tasks (task, function, meaning) values
  ('core.definitions', 'core.upkeep_definitions()', 'Tells shards of when the definitions are that they have, and with which digests.');
commit;
