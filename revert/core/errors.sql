-- Revert gamekeeper:core/errors from pg
begin;
set local role gamekeeper;
drop table core.errors;
commit;
