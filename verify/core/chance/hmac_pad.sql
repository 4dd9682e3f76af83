-- Verify gamekeeper:core/chance/hmac_pad on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.hmac_pad(bytea,integer)', '(key bytea, pad integer) returns bytea');
select pg_temp.has_function_nature('core.hmac_pad(bytea,integer)', 'plpgsql, immutable, parallel safe, strict');
select pg_temp.has_function_grants('core.hmac_pad(bytea,integer)', 'nobody');
rollback;
