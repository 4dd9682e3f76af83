-- Revert gamekeeper:slots/training/rl_spec from pg
begin;
set local role gamekeeper;
drop function slots.rl_spec(uuid);
commit;
