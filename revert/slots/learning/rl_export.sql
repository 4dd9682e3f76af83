-- Revert gamekeeper:slots/learning/rl_export from pg
begin;
set local role gamekeeper;
drop function slots.rl_export(uuid, jsonb, integer);
commit;
