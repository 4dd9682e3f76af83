-- Revert gamekeeper:slots/datasets/find_rl_dataset from pg
begin;
set local role gamekeeper;
drop function slots.find_rl_dataset(text);
commit;
