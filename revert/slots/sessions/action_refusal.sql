-- Revert gamekeeper:slots/sessions/action_refusal from pg
begin;
set local role gamekeeper;
drop function slots.action_refusal(text, boolean, text, boolean);
commit;
