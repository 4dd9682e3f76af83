-- Verify gamekeeper:auth/jwt on pg
begin;
\ir ../helpers.psql
select pg_temp.has_function('auth.jwt()', '() returns jsonb');
select pg_temp.has_function_nature('auth.jwt()', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('auth.jwt()', 'anon, authenticated, service_role');
select pg_temp.is_true(
  'auth.jwt() is the setting request.jwt.claims',
  case when set_config('request.jwt.claims', '{"sub": "anybody"}', true) <> '' then auth.jwt() ->> 'sub' = 'anybody' end
);
rollback;
