-- Revert gamekeeper:slots/learning/rl_metrics from pg
begin;
set local role gamekeeper;
drop function slots.rl_metrics(uuid, integer);
commit;
