-- Verify gamekeeper:core/records/setting_problem on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.setting_problem(text,numeric,numeric,jsonb)', '(type text, minimum numeric, maximum numeric, value jsonb) returns text');
select pg_temp.has_function_nature('core.setting_problem(text,numeric,numeric,jsonb)', 'plpgsql, immutable, parallel safe');
select pg_temp.has_function_grants('core.setting_problem(text,numeric,numeric,jsonb)', 'nobody');
rollback;
