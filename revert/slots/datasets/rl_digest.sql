-- Revert gamekeeper:slots/datasets/rl_digest from pg
begin;
set local role gamekeeper;
drop function slots.rl_digest(bytea, slots.rl_dataset_episodes);
commit;
