-- Deploy gamekeeper:core/shards/guard_definitions to pg
-- requires: core/shards/shards core/shards/shard_map core/shards/definitions core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Rows that replication brings do not fire it.
create function core.guard_definitions()
returns trigger
language plpgsql
set search_path = pg_temp
as $$
declare
  _table constant text := format('%s.%s', tg_table_schema, tg_table_name);
begin
  if exists (select from core.shards as s where s.is_here) then
    perform core.raise('WRONG_SHARD', jsonb_build_object('table', _table, 'mapVersion', (select max(m.version) from core.shard_map as m)));
  end if;
  perform from core.definitions as d where d.table_name = _table for share;
  return null;
end
$$;
comment on function core.guard_definitions() is
  'Trigger function: on a shard, definitions come from the database that is their home (docs/scale.md), and nobody else writes them. '
  'Raises: WRONG_SHARD. [helper]';
revoke all on function core.guard_definitions() from public;
commit;
