-- Revert gamekeeper:cards/reading/require_reader from pg
begin;
set local role gamekeeper;
drop function cards.require_reader(uuid);
drop type cards.reader;
commit;
