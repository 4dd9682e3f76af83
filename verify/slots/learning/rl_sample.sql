-- Verify gamekeeper:slots/learning/rl_sample on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.rl_sample(integer,bigint)', '(batch_size integer, seed bigint) returns SETOF slots.experience');
select pg_temp.has_function_nature('slots.rl_sample(integer,bigint)', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.rl_sample(integer,bigint)', 'service_role');
rollback;
