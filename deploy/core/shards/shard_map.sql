-- Deploy gamekeeper:core/shards/shard_map to pg
-- requires: core/shards/shards
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table core.shard_map (
  slot integer primary key constraint shard_map_slot_range check (slot between 0 and 1023),
  shard text not null constraint shard_map_shard_fkey references core.shards (shard),
  version integer not null constraint shard_map_version_positive check (version > 0)
);
comment on table core.shard_map is
  'Which shard each slot lives on (docs/architecture.md, "Ids"): all 1 024 rows, or none on one machine.';
comment on column core.shard_map.slot is 'The slot, 0 to 1023.';
comment on column core.shard_map.shard is 'The shard where its rows are. [none]';
comment on column core.shard_map.version is 'The version of the map, the same in every row.';
create index shard_map_shard_idx on core.shard_map (shard);
alter table core.shard_map enable row level security;
commit;
