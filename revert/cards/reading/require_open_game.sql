-- Revert gamekeeper:cards/reading/require_open_game from pg
begin;
set local role gamekeeper;
drop function cards.require_open_game(uuid);
commit;
