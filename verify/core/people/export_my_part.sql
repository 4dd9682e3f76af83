-- Verify gamekeeper:core/people/export_my_part on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.export_my_part(integer,text,jsonb,integer)', '(map_version integer, system text, after jsonb, page_size integer) returns SETOF core.exported_part');
select pg_temp.has_function_nature('core.export_my_part(integer,text,jsonb,integer)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('core.export_my_part(integer,text,jsonb,integer)', 'nobody');
select pg_temp.has_type('core.exported_part', 'composite');
select pg_temp.has_column('core.exported_part', 'shard', 'text');
select pg_temp.has_column('core.exported_part', 'system', 'text');
select pg_temp.has_column('core.exported_part', 'table_name', 'text');
select pg_temp.has_column('core.exported_part', 'key', 'jsonb');
select pg_temp.has_column('core.exported_part', 'row', 'jsonb');
rollback;
