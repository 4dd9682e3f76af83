-- Revert gamekeeper:slots/datasets/find_rl_policy from pg
begin;
set local role gamekeeper;
drop function slots.find_rl_policy(text);
commit;
