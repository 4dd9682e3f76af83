-- Revert gamekeeper:xp/ledger/grant_xp from pg
begin;
set local role gamekeeper;
drop function xp.grant_xp(bigint, bigint, text, uuid, jsonb, text, text);
commit;
