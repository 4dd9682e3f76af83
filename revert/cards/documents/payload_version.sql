-- Revert gamekeeper:cards/documents/payload_version from pg
begin;
set local role gamekeeper;
drop function cards.payload_version(text);
commit;
