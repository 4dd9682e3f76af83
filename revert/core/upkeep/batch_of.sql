-- Revert gamekeeper:core/upkeep/batch_of from pg
begin;
set local role gamekeeper;
drop function core.batch_of(text);
commit;
