-- Verify gamekeeper:core/people/export_person on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.export_person(uuid,text,jsonb,integer)', '(person_id uuid, system text DEFAULT NULL::text, after jsonb DEFAULT NULL::jsonb, page_size integer DEFAULT 100) returns SETOF core.exported_row');
select pg_temp.has_function_nature('core.export_person(uuid,text,jsonb,integer)', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('core.export_person(uuid,text,jsonb,integer)', 'service_role');
rollback;
