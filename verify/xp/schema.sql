-- Verify gamekeeper:xp/schema on pg
begin;
\ir ../helpers.psql
select pg_temp.has_schema('xp', 'schema');
select pg_temp.has_schema_grants('xp', 'anon usage, authenticated usage, service_role usage');
rollback;
