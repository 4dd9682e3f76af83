-- Verify gamekeeper:slots/training/refresh_rl_tree on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.refresh_rl_tree(double precision,bigint[],double precision[])', '(alpha double precision, block_nos bigint[], were double precision[]) returns void');
select pg_temp.has_function_nature('slots.refresh_rl_tree(double precision,bigint[],double precision[])', 'plpgsql, volatile, parallel unsafe, jit=off');
select pg_temp.has_function_grants('slots.refresh_rl_tree(double precision,bigint[],double precision[])', 'nobody');
rollback;
