-- Revert gamekeeper:slots/wallets/create_wallet from pg
begin;
set local role gamekeeper;
drop function slots.create_wallet(text, numeric, jsonb, uuid, text);
commit;
