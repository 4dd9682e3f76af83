-- Revert gamekeeper:xp/books/roll_up_claims from pg
begin;
set local role gamekeeper;
delete from core.upkeep_tasks where task = 'xp.roll_up_claims';
drop function xp.roll_up_claims();
commit;
