-- Verify gamekeeper:slots/play/reseed_batch on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.reseed_batch(integer)', '(sessions integer DEFAULT 100) returns boolean');
select pg_temp.has_function_nature('slots.reseed_batch(integer)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.reseed_batch(integer)', 'service_role');
rollback;
