-- Revert gamekeeper:slots/datasets/check_rl_target from pg
begin;
set local role gamekeeper;
drop function slots.check_rl_target(jsonb);
commit;
