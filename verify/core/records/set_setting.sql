-- Verify gamekeeper:core/records/set_setting on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.set_setting(text,jsonb)', '(name text, value jsonb) returns core.settings');
select pg_temp.has_function_nature('core.set_setting(text,jsonb)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('core.set_setting(text,jsonb)', 'authenticated, service_role');
rollback;
