-- Revert gamekeeper:cards/games/is_rated from pg
begin;
set local role gamekeeper;
drop function cards.is_rated(cards.table_state, boolean);
commit;
