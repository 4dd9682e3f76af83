-- Revert gamekeeper:cards/games/is_ready from pg
begin;
set local role gamekeeper;
drop function cards.is_ready(cards.table_state);
commit;
