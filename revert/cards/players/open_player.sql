-- Revert gamekeeper:cards/players/open_player from pg
begin;
set local role gamekeeper;
drop function cards.open_player(text);
commit;
