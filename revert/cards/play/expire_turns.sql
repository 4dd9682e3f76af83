-- Revert gamekeeper:cards/play/expire_turns from pg
begin;
set local role gamekeeper;
drop function cards.expire_turns();
delete from core.upkeep_tasks where task = 'cards.expire_turns';
commit;
