-- Revert gamekeeper:core/callers/user_id from pg
begin;
set local role gamekeeper;
drop function core.user_id();
commit;
