-- Revert gamekeeper:slots/reports/game_sums from pg
begin;
set local role gamekeeper;
drop function slots.game_sums(integer, uuid);
commit;
