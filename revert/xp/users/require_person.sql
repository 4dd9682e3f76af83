-- Revert gamekeeper:xp/users/require_person from pg
begin;
set local role gamekeeper;
drop function xp.require_person(bigint);
commit;
