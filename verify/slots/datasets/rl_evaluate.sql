-- Verify gamekeeper:slots/datasets/rl_evaluate on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.rl_evaluate(text,jsonb,double precision,text)', '(dataset text, target jsonb, gamma double precision DEFAULT 1, per text DEFAULT ''episode''::text) returns TABLE(estimator text, value double precision, standard_error double precision, low double precision, high double precision, effective_size double precision, samples bigint, support double precision)');
select pg_temp.has_function_nature('slots.rl_evaluate(text,jsonb,double precision,text)', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.rl_evaluate(text,jsonb,double precision,text)', 'authenticated, service_role');
rollback;
