-- Verify gamekeeper:core/records/request_keys on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('core.request_keys', 'table, row level security');
select pg_temp.has_column('core.request_keys', 'caller', 'text NOT NULL');
select pg_temp.has_column('core.request_keys', 'function', 'text NOT NULL');
select pg_temp.has_column('core.request_keys', 'key', 'text NOT NULL');
select pg_temp.has_column('core.request_keys', 'arguments_hash', 'bytea NOT NULL');
select pg_temp.has_column('core.request_keys', 'made_id', 'text NOT NULL');
select pg_temp.has_column('core.request_keys', 'created_at', 'timestamp with time zone NOT NULL DEFAULT core.wall_clock()');
select pg_temp.has_constraint('core.request_keys', 'request_keys_pkey', 'PRIMARY KEY (caller, function, key)');
select pg_temp.has_constraint('core.request_keys', 'request_keys_key_length', 'CHECK (((length(key) >= 1) AND (length(key) <= 200)))');
select pg_temp.has_index('core.request_keys', 'request_keys_created_at_idx', 'btree (created_at)');
select pg_temp.has_relation_grants('core.request_keys', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('core.request_keys', 'anon', 'nothing');
select pg_temp.has_relation_grants('core.request_keys', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('core.request_keys', 'service_role', 'nothing');
select pg_temp.has_row('core.settings', '{"name": "core.request_key_days"}');
rollback;
