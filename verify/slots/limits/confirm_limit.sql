-- Verify gamekeeper:slots/limits/confirm_limit on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.confirm_limit(text,text,text)', '(kind text, period text, currency text DEFAULT NULL::text) returns slots.limits');
select pg_temp.has_function_nature('slots.confirm_limit(text,text,text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.confirm_limit(text,text,text)', 'authenticated, service_role');
rollback;
