-- Verify gamekeeper:slots/learning/reward on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.reward(numeric,numeric,numeric,numeric,boolean)', '(payout numeric, stake numeric, operational_cost numeric, human_likeness numeric, done boolean) returns numeric');
select pg_temp.has_function_nature('slots.reward(numeric,numeric,numeric,numeric,boolean)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('slots.reward(numeric,numeric,numeric,numeric,boolean)', 'anon, authenticated, service_role');
rollback;
