-- Verify gamekeeper:xp/policies/number_problem on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.number_problem(jsonb,numeric,numeric,boolean,boolean)', '(value jsonb, low numeric, high numeric, whole boolean DEFAULT false, above boolean DEFAULT false) returns text');
select pg_temp.has_function_nature('xp.number_problem(jsonb,numeric,numeric,boolean,boolean)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('xp.number_problem(jsonb,numeric,numeric,boolean,boolean)', 'nobody');
rollback;
