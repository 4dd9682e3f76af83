-- Revert gamekeeper:core/chance/hmac_pad from pg
begin;
set local role gamekeeper;
drop function core.hmac_pad(bytea, integer);
commit;
