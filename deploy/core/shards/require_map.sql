-- Deploy gamekeeper:core/shards/require_map to pg
-- requires: core/shards/refused_slot core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- For what is added up over all shards. The version is read in the snapshot of the rows, and whoever leaves a slot deletes its rows in
-- the transaction that is told the map: so two answers by one version never have the same slot, and none is missing.
create function core.require_map(map_version integer)
returns void
language plpgsql
stable
as $$
begin
  if (select max(m.version) from core.shard_map as m) is distinct from require_map.map_version then
    perform core.raise('RETRY_LATER', core.refused_slot(null));
  end if;
end
$$;
comment on function core.require_map(integer) is
  'Passes where this server has that version of the map, null on one machine: parts of a sum over all shards are by one map. '
  'Raises: RETRY_LATER (whatever calls it raises it too). [helper]';
revoke all on function core.require_map(integer) from public;
commit;
