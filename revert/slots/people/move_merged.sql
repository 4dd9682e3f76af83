-- Revert gamekeeper:slots/people/move_merged from pg
begin;
set local role gamekeeper;
drop function slots.move_merged(slots.wallets, numeric, text, timestamptz);
commit;
