-- Revert gamekeeper:cards/writing/import_game from pg
begin;
set local role gamekeeper;
drop function cards.import_game(jsonb, text);
commit;
