-- Verify gamekeeper:slots/datasets/rl_weigh_episodes on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.rl_weigh_episodes(text,jsonb,double precision,boolean)', '(dataset text, model jsonb, gamma double precision, is_by_step boolean) returns TABLE(weight double precision, total double precision, weighted double precision, corrected double precision)');
select pg_temp.has_function_nature('slots.rl_weigh_episodes(text,jsonb,double precision,boolean)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('slots.rl_weigh_episodes(text,jsonb,double precision,boolean)', 'nobody');
rollback;
