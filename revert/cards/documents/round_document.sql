-- Revert gamekeeper:cards/documents/round_document from pg
begin;
set local role gamekeeper;
drop function cards.round_document(cards.table_state);
commit;
