-- Revert gamekeeper:cards/games/end_feed from pg
begin;
set local role gamekeeper;
drop trigger end_feed on cards.game_states;
drop function cards.end_feed();
commit;
