-- Revert gamekeeper:slots/learning/rl_sample from pg
begin;
set local role gamekeeper;
drop function slots.rl_sample(integer, bigint);
commit;
