-- Revert gamekeeper:xp/ledger/level_problems from pg
begin;
set local role gamekeeper;
drop function xp.level_problems(bigint[]);
commit;
