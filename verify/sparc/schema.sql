-- Verify gamekeeper:sparc/schema on pg
begin;
\ir ../helpers.psql
select pg_temp.has_schema('sparc', 'schema');
select pg_temp.has_schema_grants('sparc', 'anon usage, authenticated usage, service_role usage');
rollback;
