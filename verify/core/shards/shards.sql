-- Verify gamekeeper:core/shards/shards on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('core.shards', 'table, row level security');
select pg_temp.has_column('core.shards', 'shard', 'text NOT NULL');
select pg_temp.has_column('core.shards', 'address', 'text NOT NULL');
select pg_temp.has_column('core.shards', 'is_here', 'boolean NOT NULL');
select pg_temp.has_constraint('core.shards', 'shards_pkey', 'PRIMARY KEY (shard)');
select pg_temp.has_constraint('core.shards', 'shards_address_length', 'CHECK (((length(address) >= 1) AND (length(address) <= 500)))');
select pg_temp.has_constraint('core.shards', 'shards_shard_form', 'CHECK ((shard ~ ''^[a-z][a-z0-9_]{0,39}$''::text))');
select pg_temp.has_index('core.shards', 'shards_is_here_uidx', 'unique btree (is_here) WHERE is_here');
select pg_temp.has_relation_grants('core.shards', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('core.shards', 'anon', 'nothing');
select pg_temp.has_relation_grants('core.shards', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('core.shards', 'service_role', 'nothing');
rollback;
