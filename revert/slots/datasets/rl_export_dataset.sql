-- Revert gamekeeper:slots/datasets/rl_export_dataset from pg
begin;
set local role gamekeeper;
drop function slots.rl_export_dataset(text, jsonb, integer);
commit;
