-- Revert gamekeeper:slots/fairness/hmac_sha256 from pg
begin;
set local role gamekeeper;
drop function slots.hmac_sha256(bytea, bytea);
commit;
