-- Verify gamekeeper:core/people/export_page on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.export_page(uuid,text[],jsonb,integer)', '(person_id uuid, sources text[], after jsonb, page_size integer) returns TABLE(table_name text, key jsonb, "row" jsonb)');
select pg_temp.has_function_nature('core.export_page(uuid,text[],jsonb,integer)', 'plpgsql, stable, parallel unsafe, TimeZone=UTC');
select pg_temp.has_function_grants('core.export_page(uuid,text[],jsonb,integer)', 'nobody');
rollback;
