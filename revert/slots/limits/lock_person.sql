-- Revert gamekeeper:slots/limits/lock_person from pg
begin;
set local role gamekeeper;
drop function slots.lock_person(uuid);
commit;
