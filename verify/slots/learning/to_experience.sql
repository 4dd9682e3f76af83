-- Verify gamekeeper:slots/learning/to_experience on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.to_experience(slots.rl_store,boolean)', '(step slots.rl_store, is_last boolean DEFAULT false) returns slots.experience');
select pg_temp.has_function_nature('slots.to_experience(slots.rl_store,boolean)', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('slots.to_experience(slots.rl_store,boolean)', 'nobody');
rollback;
