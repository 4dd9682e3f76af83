-- Verify gamekeeper:core/shards/is_elsewhere on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.is_elsewhere(integer)', '(slot integer) returns boolean');
select pg_temp.has_function_nature('core.is_elsewhere(integer)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('core.is_elsewhere(integer)', 'nobody');
rollback;
