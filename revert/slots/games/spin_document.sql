-- Revert gamekeeper:slots/games/spin_document from pg
begin;
set local role gamekeeper;
drop function slots.spin_document(slots.spin, numeric);
commit;
