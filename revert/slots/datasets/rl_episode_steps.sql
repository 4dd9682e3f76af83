-- Revert gamekeeper:slots/datasets/rl_episode_steps from pg
begin;
set local role gamekeeper;
drop function slots.rl_episode_steps(slots.rl_dataset_episodes, bigint, bigint);
commit;
