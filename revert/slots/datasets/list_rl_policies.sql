-- Revert gamekeeper:slots/datasets/list_rl_policies from pg
begin;
set local role gamekeeper;
drop function slots.list_rl_policies(text, integer);
commit;
