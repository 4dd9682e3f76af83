-- Revert gamekeeper:core/callers/actor from pg
begin;
set local role gamekeeper;
drop function core.actor();
commit;
