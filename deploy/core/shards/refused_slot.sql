-- Deploy gamekeeper:core/shards/refused_slot to pg
-- requires: core/shards/shard_map
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.refused_slot(slot integer)
returns jsonb
language sql
stable
parallel safe
return jsonb_build_object('slot', refused_slot.slot, 'mapVersion', (select max(m.version) from core.shard_map as m));
comment on function core.refused_slot(integer) is
  'DETAIL of a call that is refused because of its slot: the slot, and the version of the map that this server has. [helper]';
revoke all on function core.refused_slot(integer) from public;
commit;
