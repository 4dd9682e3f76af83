-- Verify gamekeeper:core/schema on pg
begin;
\ir ../helpers.psql
select pg_temp.has_schema('core', 'schema');
select pg_temp.has_schema_grants('core', 'anon usage, authenticated usage, service_role usage');
rollback;
