-- Verify gamekeeper:sparc/fairness/reseed_batch on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.reseed_batch(text)', '(reason text) returns integer');
select pg_temp.has_function_nature('sparc.reseed_batch(text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.reseed_batch(text)', 'service_role');
rollback;
