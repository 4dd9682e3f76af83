-- Verify gamekeeper:core/shards/shard_map on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('core.shard_map', 'table, row level security');
select pg_temp.has_column('core.shard_map', 'slot', 'integer NOT NULL');
select pg_temp.has_column('core.shard_map', 'shard', 'text NOT NULL');
select pg_temp.has_column('core.shard_map', 'version', 'integer NOT NULL');
select pg_temp.has_constraint('core.shard_map', 'shard_map_pkey', 'PRIMARY KEY (slot)');
select pg_temp.has_constraint('core.shard_map', 'shard_map_shard_fkey', 'FOREIGN KEY (shard) REFERENCES core.shards(shard)');
select pg_temp.has_constraint('core.shard_map', 'shard_map_slot_range', 'CHECK (((slot >= 0) AND (slot <= 1023)))');
select pg_temp.has_constraint('core.shard_map', 'shard_map_version_positive', 'CHECK ((version > 0))');
select pg_temp.has_index('core.shard_map', 'shard_map_shard_idx', 'btree (shard)');
select pg_temp.has_relation_grants('core.shard_map', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('core.shard_map', 'anon', 'nothing');
select pg_temp.has_relation_grants('core.shard_map', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('core.shard_map', 'service_role', 'nothing');
rollback;
