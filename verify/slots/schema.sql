-- Verify gamekeeper:slots/schema on pg
begin;
\ir ../helpers.psql
select pg_temp.has_schema('slots', 'schema');
select pg_temp.has_schema_grants('slots', 'anon usage, authenticated usage, service_role usage');
rollback;
