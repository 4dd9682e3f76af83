-- Verify gamekeeper:auth/role on pg
begin;
\ir ../helpers.psql
select pg_temp.has_function('auth.role()', '() returns text');
select pg_temp.has_function_nature('auth.role()', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('auth.role()', 'anon, authenticated, service_role');
select pg_temp.is_true(
  'auth.role() is the claim role',
  case when set_config('request.jwt.claims', '{"role": "anon"}', true) <> '' then auth.role() = 'anon' end
);
rollback;
