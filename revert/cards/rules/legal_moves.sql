-- Revert gamekeeper:cards/rules/legal_moves from pg
begin;
set local role gamekeeper;
drop function cards.legal_moves(cards.table_state, uuid);
commit;
