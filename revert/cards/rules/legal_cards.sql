-- Revert gamekeeper:cards/rules/legal_cards from pg
begin;
set local role gamekeeper;
drop function cards.legal_cards(cards.table_state, integer);
commit;
