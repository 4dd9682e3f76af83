-- Verify gamekeeper:core/shards/require_map on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.require_map(integer)', '(map_version integer) returns void');
select pg_temp.has_function_nature('core.require_map(integer)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('core.require_map(integer)', 'nobody');
rollback;
