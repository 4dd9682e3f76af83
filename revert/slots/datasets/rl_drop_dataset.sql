-- Revert gamekeeper:slots/datasets/rl_drop_dataset from pg
begin;
set local role gamekeeper;
drop function slots.rl_drop_dataset(text);
commit;
