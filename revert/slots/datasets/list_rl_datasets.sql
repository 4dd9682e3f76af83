-- Revert gamekeeper:slots/datasets/list_rl_datasets from pg
begin;
set local role gamekeeper;
drop function slots.list_rl_datasets(text, integer);
commit;
