-- Verify gamekeeper:slots/fairness/hmac_sha256 on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.hmac_sha256(bytea,bytea)', '(key bytea, message bytea) returns bytea');
select pg_temp.has_function_nature('slots.hmac_sha256(bytea,bytea)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('slots.hmac_sha256(bytea,bytea)', 'anon, authenticated, service_role');
select pg_temp.is_true(
  'slots.hmac_sha256 answers as RFC 4231 says',
  slots.hmac_sha256('Jefe', 'what do ya want for nothing?') = '\x5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'
);
rollback;
