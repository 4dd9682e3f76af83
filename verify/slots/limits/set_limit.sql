-- Verify gamekeeper:slots/limits/set_limit on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.set_limit(text,text,numeric,text,uuid)', '(kind text, period text, amount numeric, currency text DEFAULT NULL::text, owner_id uuid DEFAULT NULL::uuid) returns slots.limits');
select pg_temp.has_function_nature('slots.set_limit(text,text,numeric,text,uuid)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.set_limit(text,text,numeric,text,uuid)', 'authenticated, service_role');
rollback;
