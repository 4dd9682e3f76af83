-- Verify gamekeeper:core/shards/refused_slot on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.refused_slot(integer)', '(slot integer) returns jsonb');
select pg_temp.has_function_nature('core.refused_slot(integer)', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('core.refused_slot(integer)', 'nobody');
rollback;
