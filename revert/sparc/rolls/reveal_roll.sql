-- Revert gamekeeper:sparc/rolls/reveal_roll from pg
begin;
set local role gamekeeper;
drop function sparc.reveal_roll(uuid);
commit;
