-- Verify gamekeeper:core/records/set_shard_map on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.set_shard_map(integer,text,jsonb,text[])', '(version integer, here text, addresses jsonb, map text[]) returns integer');
select pg_temp.has_function_nature('core.set_shard_map(integer,text,jsonb,text[])', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('core.set_shard_map(integer,text,jsonb,text[])', 'service_role');
rollback;
