-- Verify gamekeeper:xp/people/export_person on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.export_person(uuid,jsonb,integer)', '(person_id uuid, after jsonb, page_size integer) returns TABLE(table_name text, key jsonb, "row" jsonb)');
select pg_temp.has_function_nature('xp.export_person(uuid,jsonb,integer)', 'plpgsql, stable, parallel unsafe, enable_bitmapscan=off, enable_sort=off');
select pg_temp.has_function_grants('xp.export_person(uuid,jsonb,integer)', 'nobody');
select pg_temp.has_row('core.person_hooks', '{"kind": "export", "system": "xp"}');
rollback;
