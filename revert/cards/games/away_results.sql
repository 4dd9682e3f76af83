-- Revert gamekeeper:cards/games/away_results from pg
begin;
set local role gamekeeper;
drop table cards.away_results;
commit;
