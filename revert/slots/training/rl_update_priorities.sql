-- Revert gamekeeper:slots/training/rl_update_priorities from pg
begin;
set local role gamekeeper;
drop function slots.rl_update_priorities(bigint[], double precision[]);
commit;
