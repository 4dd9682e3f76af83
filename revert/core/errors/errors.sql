-- Revert gamekeeper:core/errors/errors from pg
begin;
set local role gamekeeper;
drop table core.errors;
commit;
