-- Deploy gamekeeper:slots/fairness/hmac_sha256 to pg
-- requires: slots/fairness/hmac_pad
begin;
set local role gamekeeper;
create function slots.hmac_sha256(key bytea, message bytea)
returns bytea
language sql
immutable
parallel safe
return sha256(
  slots.hmac_pad(hmac_sha256.key, 92) || sha256(slots.hmac_pad(hmac_sha256.key, 54) || hmac_sha256.message)
);
comment on function slots.hmac_sha256(bytea, bytea) is
  'HMAC-SHA256 (RFC 2104) from two sha256 of core Postgres, so that no extension is needed. Pure.';
revoke all on function slots.hmac_sha256(bytea, bytea) from public;
grant execute on function slots.hmac_sha256(bytea, bytea) to anon, authenticated, service_role;
commit;
