-- Revert gamekeeper:slots/play/upkeep_bets from pg
begin;
set local role gamekeeper;
delete from core.upkeep_tasks where task = 'slots.bets';
drop function slots.upkeep_bets();
commit;
