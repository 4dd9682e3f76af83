-- Revert gamekeeper:cards/reading/export_game from pg
begin;
set local role gamekeeper;
drop function cards.export_game(uuid, boolean);
commit;
