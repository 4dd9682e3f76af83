-- Revert gamekeeper:cards/people/take_results from pg
begin;
set local role gamekeeper;
drop function cards.take_results(cards.handed_results[]);
commit;
