-- Revert gamekeeper:slots/datasets/rl_policies from pg
-- Destroys the data of the tables.
begin;
set local role gamekeeper;
drop table slots.rl_policies;
drop table slots.rl_policy_names;
commit;
