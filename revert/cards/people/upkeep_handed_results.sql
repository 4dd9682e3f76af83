-- Revert gamekeeper:cards/people/upkeep_handed_results from pg
begin;
set local role gamekeeper;
delete from core.upkeep_tasks where task = 'cards.handed_results';
drop function cards.upkeep_handed_results();
commit;
