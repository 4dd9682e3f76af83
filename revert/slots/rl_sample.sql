-- Revert gamekeeper:slots/rl_sample from pg
begin;
set local role gamekeeper;
drop function slots.rl_sample(integer, bigint);
commit;
