-- Revert gamekeeper:cards/games/named_results from pg
-- Destroys the results with names, which readers make again.
begin;
set local role gamekeeper;
drop table cards.named_results;
commit;
