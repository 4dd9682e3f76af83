-- Verify gamekeeper:core/people/export_my_data on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.export_my_data(text,jsonb,integer)', '(system text DEFAULT NULL::text, after jsonb DEFAULT NULL::jsonb, page_size integer DEFAULT 100) returns SETOF core.exported_row');
select pg_temp.has_function_nature('core.export_my_data(text,jsonb,integer)', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('core.export_my_data(text,jsonb,integer)', 'authenticated, service_role');
rollback;
