-- Revert gamekeeper:cards/players/player_id_of from pg
begin;
set local role gamekeeper;
drop function cards.player_id_of(text);
commit;
