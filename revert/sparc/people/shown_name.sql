-- Revert gamekeeper:sparc/people/shown_name from pg
begin;
set local role gamekeeper;
drop function sparc.shown_name(text, timestamptz);
commit;
