-- Revert gamekeeper:slots/wallets/refuse_entry from pg
begin;
set local role gamekeeper;
drop function slots.refuse_entry(numeric, numeric, numeric, numeric, text);
commit;
