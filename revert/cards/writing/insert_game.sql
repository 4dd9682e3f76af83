-- Revert gamekeeper:cards/writing/insert_game from pg
begin;
set local role gamekeeper;
drop function cards.insert_game(uuid, cards.table_state, boolean);
commit;
