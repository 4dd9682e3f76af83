-- Revert gamekeeper:cards/reading/upkeep_results from pg
begin;
set local role gamekeeper;
delete from core.upkeep_tasks as t where t.task = 'cards.results';
drop function cards.upkeep_results();
commit;
