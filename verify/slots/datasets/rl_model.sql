-- Verify gamekeeper:slots/datasets/rl_model on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.rl_model(text,jsonb,double precision,integer)', '(dataset text, target jsonb, gamma double precision, horizon integer) returns jsonb');
select pg_temp.has_function_nature('slots.rl_model(text,jsonb,double precision,integer)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('slots.rl_model(text,jsonb,double precision,integer)', 'nobody');
rollback;
