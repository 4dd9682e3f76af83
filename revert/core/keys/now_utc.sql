-- Revert gamekeeper:core/keys/now_utc from pg
begin;
set local role gamekeeper;
drop function core.now_utc();
commit;
