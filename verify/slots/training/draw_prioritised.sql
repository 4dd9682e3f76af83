-- Verify gamekeeper:slots/training/draw_prioritised on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.draw_prioritised(double precision,bigint,bigint,bigint)', '(alpha double precision, first bigint, draws bigint, seed bigint) returns TABLE(id bigint, priority double precision, least_priority double precision)');
select pg_temp.has_function_nature('slots.draw_prioritised(double precision,bigint,bigint,bigint)', 'plpgsql, stable, parallel unsafe, enable_memoize=off, jit=off, plan_cache_mode=force_generic_plan');
select pg_temp.has_function_grants('slots.draw_prioritised(double precision,bigint,bigint,bigint)', 'nobody');
rollback;
