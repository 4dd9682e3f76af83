-- Revert gamekeeper:slots/datasets/rl_verify_dataset from pg
begin;
set local role gamekeeper;
drop function slots.rl_verify_dataset(text);
commit;
