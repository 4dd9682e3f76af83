-- Verify gamekeeper:xp/books/roll_up_claims on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.roll_up_claims()', '() returns bigint');
select pg_temp.has_function_nature('xp.roll_up_claims()', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('xp.roll_up_claims()', 'nobody');
select pg_temp.has_row('core.upkeep_tasks', '{"task": "xp.roll_up_claims", "function": "xp.roll_up_claims()"}');
rollback;
