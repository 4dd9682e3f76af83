-- Revert gamekeeper:core/keys/strong_random from pg
begin;
set local role gamekeeper;
drop function core.strong_random();
commit;
