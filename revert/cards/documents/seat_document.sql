-- Revert gamekeeper:cards/documents/seat_document from pg
begin;
set local role gamekeeper;
drop function cards.seat_document(text[], integer[]);
commit;
