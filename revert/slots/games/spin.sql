-- Revert gamekeeper:slots/games/spin from pg
begin;
set local role gamekeeper;
drop type slots.spin;
commit;
