-- Revert gamekeeper:slots/datasets/rl_create_dataset from pg
begin;
set local role gamekeeper;
drop function slots.rl_create_dataset(text, jsonb, text);
commit;
