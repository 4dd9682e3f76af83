-- Revert gamekeeper:sparc/feed/without_sources from pg
begin;
set local role gamekeeper;
drop function sparc.without_sources(jsonb);
commit;
