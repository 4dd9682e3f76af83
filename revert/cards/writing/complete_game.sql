-- Revert gamekeeper:cards/writing/complete_game from pg
begin;
set local role gamekeeper;
drop function cards.complete_game(uuid, cards.table_state, timestamptz);
commit;
