-- Revert gamekeeper:xp/books/upkeep_claims from pg
begin;
set local role gamekeeper;
delete from core.upkeep_tasks where task = 'xp.claims';
drop function xp.upkeep_claims();
commit;
