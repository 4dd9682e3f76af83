-- Verify gamekeeper:core/keys/slot_of on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.slot_of(text)', '(id text) returns integer');
select pg_temp.has_function_nature('core.slot_of(text)', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('core.slot_of(text)', 'nobody');
rollback;
