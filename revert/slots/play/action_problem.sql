-- Revert gamekeeper:slots/play/action_problem from pg
begin;
set local role gamekeeper;
drop function slots.action_problem(text, boolean, text, boolean, boolean);
commit;
