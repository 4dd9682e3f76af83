-- Revert gamekeeper:slots/datasets/rl_choose from pg
begin;
set local role gamekeeper;
drop function slots.rl_choose(text, jsonb, bigint);
commit;
