-- Verify gamekeeper:core/people/export_rows on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.export_rows(uuid,text,jsonb,integer)', '(person_id uuid, system text, after jsonb, page_size integer) returns SETOF core.exported_row');
select pg_temp.has_function_nature('core.export_rows(uuid,text,jsonb,integer)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('core.export_rows(uuid,text,jsonb,integer)', 'nobody');
select pg_temp.has_type('core.exported_row', 'composite');
select pg_temp.has_column('core.exported_row', 'system', 'text');
select pg_temp.has_column('core.exported_row', 'table_name', 'text');
select pg_temp.has_column('core.exported_row', 'key', 'jsonb');
select pg_temp.has_column('core.exported_row', 'row', 'jsonb');
rollback;
