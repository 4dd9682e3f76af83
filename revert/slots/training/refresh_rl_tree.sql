-- Revert gamekeeper:slots/training/refresh_rl_tree from pg
begin;
set local role gamekeeper;
drop function slots.refresh_rl_tree(double precision, bigint[], double precision[]);
commit;
