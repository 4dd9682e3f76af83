-- Revert gamekeeper:slots/training/rl_trees from pg
begin;
set local role gamekeeper;
drop table slots.rl_trees;
drop table slots.rl_exponents;
commit;
