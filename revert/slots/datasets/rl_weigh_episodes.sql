-- Revert gamekeeper:slots/datasets/rl_weigh_episodes from pg
begin;
set local role gamekeeper;
drop function slots.rl_weigh_episodes(text, jsonb, double precision, boolean);
commit;
