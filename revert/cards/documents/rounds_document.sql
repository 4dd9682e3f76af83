-- Revert gamekeeper:cards/documents/rounds_document from pg
begin;
set local role gamekeeper;
drop function cards.rounds_document(cards.table_state);
commit;
