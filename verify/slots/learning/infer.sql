-- Verify gamekeeper:slots/learning/infer on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.infer(jsonb,double precision,bigint)', '(observation jsonb, epsilon double precision DEFAULT 0, seed bigint DEFAULT 0) returns jsonb');
select pg_temp.has_function_nature('slots.infer(jsonb,double precision,bigint)', 'plpgsql, stable, parallel safe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.infer(jsonb,double precision,bigint)', 'anon, authenticated, service_role');
rollback;
