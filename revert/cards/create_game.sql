-- Revert gamekeeper:cards/create_game from pg
begin;
set local role gamekeeper;
drop function cards.create_game(jsonb, boolean);
commit;
