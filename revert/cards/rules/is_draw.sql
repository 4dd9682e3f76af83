-- Revert gamekeeper:cards/rules/is_draw from pg
begin;
set local role gamekeeper;
drop function cards.is_draw(cards.table_state);
commit;
