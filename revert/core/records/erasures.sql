-- Revert gamekeeper:core/records/erasures from pg
begin;
set local role gamekeeper;
drop table core.erasures;
drop function core.guard_erasures();
commit;
