-- Revert gamekeeper:xp/seasons/prize_problems from pg
begin;
set local role gamekeeper;
drop function xp.prize_problems(jsonb);
commit;
