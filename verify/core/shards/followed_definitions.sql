-- Verify gamekeeper:core/shards/followed_definitions on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.followed_definitions()', '() returns TABLE(is_shard boolean, is_followed boolean, written_at timestamp with time zone, is_behind boolean)');
select pg_temp.has_function_nature('core.followed_definitions()', 'sql, stable, parallel safe, search_path=pg_temp');
select pg_temp.has_function_grants('core.followed_definitions()', 'nobody');
rollback;
