-- Revert gamekeeper:slots/wallets/movement from pg
begin;
set local role gamekeeper;
drop type slots.movement;
commit;
