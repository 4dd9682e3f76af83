-- Verify gamekeeper:slots/learning/open_rl_block on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.open_rl_block()', '() returns trigger');
select pg_temp.has_function_nature('slots.open_rl_block()', 'plpgsql, volatile, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('slots.open_rl_block()', 'nobody');
rollback;
