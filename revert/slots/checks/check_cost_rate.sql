-- Revert gamekeeper:slots/checks/check_cost_rate from pg
begin;
set local role gamekeeper;
drop function slots.check_cost_rate(jsonb);
commit;
