-- Verify gamekeeper:auth/schema on pg
begin;
\ir ../helpers.psql
select pg_temp.has_schema('auth', 'schema');
select pg_temp.has_schema_grants('auth', 'anon usage, authenticated usage, service_role usage');
select pg_temp.is_true('the owner may use schema auth', has_schema_privilege('gamekeeper', 'auth', 'usage'));
select pg_temp.is_true('users may use schema auth', has_schema_privilege('authenticated', 'auth', 'usage'));
rollback;
