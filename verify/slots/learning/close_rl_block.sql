-- Verify gamekeeper:slots/learning/close_rl_block on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.close_rl_block()', '() returns trigger');
select pg_temp.has_function_nature('slots.close_rl_block()', 'plpgsql, volatile, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('slots.close_rl_block()', 'nobody');
rollback;
