-- Verify gamekeeper:core/keys/slot_code on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.slot_code(integer)', '(slot integer) returns text');
select pg_temp.has_function_nature('core.slot_code(integer)', 'plpgsql, volatile, parallel safe');
select pg_temp.has_function_grants('core.slot_code(integer)', 'nobody');
rollback;
