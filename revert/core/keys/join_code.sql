-- Revert gamekeeper:core/keys/join_code from pg
begin;
set local role gamekeeper;
drop function core.join_code();
commit;
