-- Revert gamekeeper:cards/documents/state_document from pg
begin;
set local role gamekeeper;
drop function cards.state_document(cards.table_state);
commit;
