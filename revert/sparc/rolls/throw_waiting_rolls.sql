-- Revert gamekeeper:sparc/rolls/throw_waiting_rolls from pg
begin;
set local role gamekeeper;
drop function sparc.throw_waiting_rolls(uuid, uuid);
commit;
