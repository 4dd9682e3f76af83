-- Revert gamekeeper:slots/datasets/rl_action_name from pg
begin;
set local role gamekeeper;
drop function slots.rl_action_name(jsonb);
commit;
