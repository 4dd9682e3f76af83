-- Revert gamekeeper:sparc/dice/judge_roll from pg
begin;
set local role gamekeeper;
drop function sparc.judge_roll(integer[], integer, integer);
commit;
