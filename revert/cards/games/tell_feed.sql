-- Revert gamekeeper:cards/games/tell_feed from pg
begin;
set local role gamekeeper;
drop trigger tell_feed on cards.game_states;
drop function cards.tell_feed();
commit;
