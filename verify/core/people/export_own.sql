-- Verify gamekeeper:core/people/export_own on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.export_own(uuid,jsonb,integer)', '(person_id uuid, after jsonb, page_size integer) returns TABLE(table_name text, key jsonb, "row" jsonb)');
select pg_temp.has_function_nature('core.export_own(uuid,jsonb,integer)', 'sql, stable, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('core.export_own(uuid,jsonb,integer)', 'nobody');
select pg_temp.has_row('core.person_hooks', '{"kind": "export", "system": "core"}');
rollback;
