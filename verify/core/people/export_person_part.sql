-- Verify gamekeeper:core/people/export_person_part on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.export_person_part(integer,uuid,text,jsonb,integer)', '(map_version integer, person_id uuid, system text, after jsonb, page_size integer) returns SETOF core.exported_part');
select pg_temp.has_function_nature('core.export_person_part(integer,uuid,text,jsonb,integer)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('core.export_person_part(integer,uuid,text,jsonb,integer)', 'nobody');
rollback;
