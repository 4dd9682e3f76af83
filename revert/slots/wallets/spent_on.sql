-- Revert gamekeeper:slots/wallets/spent_on from pg
begin;
set local role gamekeeper;
drop function slots.spent_on(slots.wallets, timestamptz);
commit;
