-- Revert gamekeeper:slots/datasets/rl_create_policy from pg
begin;
set local role gamekeeper;
drop function slots.rl_create_policy(text, jsonb, text);
commit;
