-- Verify gamekeeper:xp/books/upkeep_claims on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.upkeep_claims()', '() returns bigint');
select pg_temp.has_function_nature('xp.upkeep_claims()', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('xp.upkeep_claims()', 'nobody');
select pg_temp.has_row('core.upkeep_tasks', '{"task": "xp.claims", "function": "xp.upkeep_claims()"}');
rollback;
