-- Verify gamekeeper:core/shards/require_slot on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.require_slot(integer)', '(slot integer) returns void');
select pg_temp.has_function_nature('core.require_slot(integer)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('core.require_slot(integer)', 'nobody');
rollback;
