-- Verify gamekeeper:cards/schema on pg
begin;
\ir ../helpers.psql
select pg_temp.has_schema('cards', 'schema');
select pg_temp.has_schema_grants('cards', 'anon usage, authenticated usage, service_role usage');
rollback;
