-- Revert gamekeeper:cards/games/forget_results from pg
begin;
set local role gamekeeper;
drop trigger forget_results on cards.players;
drop function cards.forget_results();
commit;
