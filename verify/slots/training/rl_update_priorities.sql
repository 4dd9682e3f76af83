-- Verify gamekeeper:slots/training/rl_update_priorities on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.rl_update_priorities(bigint[],double precision[])', '(ids bigint[], priorities double precision[]) returns integer');
select pg_temp.has_function_nature('slots.rl_update_priorities(bigint[],double precision[])', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.rl_update_priorities(bigint[],double precision[])', 'service_role');
rollback;
