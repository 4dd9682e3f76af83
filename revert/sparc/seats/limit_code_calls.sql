-- Revert gamekeeper:sparc/seats/limit_code_calls from pg
begin;
set local role gamekeeper;
drop function sparc.limit_code_calls(uuid);
commit;
