-- Revert gamekeeper:cards/documents/event_record from pg
begin;
set local role gamekeeper;
drop type cards.event_record;
commit;
