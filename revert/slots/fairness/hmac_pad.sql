-- Revert gamekeeper:slots/fairness/hmac_pad from pg
begin;
set local role gamekeeper;
drop function slots.hmac_pad(bytea, integer);
commit;
