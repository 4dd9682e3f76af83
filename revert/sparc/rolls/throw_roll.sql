-- Revert gamekeeper:sparc/rolls/throw_roll from pg
begin;
set local role gamekeeper;
drop function sparc.throw_roll(uuid);
commit;
