-- Revert gamekeeper:slots/datasets/check_rl_filter from pg
begin;
set local role gamekeeper;
drop function slots.check_rl_filter(jsonb);
commit;
