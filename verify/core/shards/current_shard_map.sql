-- Verify gamekeeper:core/shards/current_shard_map on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.current_shard_map()', '() returns TABLE(version integer, shard text, address text, is_here boolean, slots integer[])');
select pg_temp.has_function_nature('core.current_shard_map()', 'plpgsql, stable, parallel safe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('core.current_shard_map()', 'anon, authenticated, service_role');
rollback;
