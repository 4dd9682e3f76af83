-- Revert gamekeeper:core/callers/leaving_instant from pg
begin;
set local role gamekeeper;
drop function core.leaving_instant();
commit;
