-- Verify gamekeeper:auth/uid on pg
begin;
\ir ../helpers.psql
select pg_temp.has_function('auth.uid()', '() returns uuid');
select pg_temp.has_function_nature('auth.uid()', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('auth.uid()', 'anon, authenticated, service_role');
select pg_temp.is_true(
  'auth.uid() is the claim sub',
  case when set_config('request.jwt.claims', '{"sub": "00000000-0000-4000-8000-000000000001"}', true) <> '' then auth.uid() = '00000000-0000-4000-8000-000000000001' end
);
rollback;
