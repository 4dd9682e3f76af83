-- Revert gamekeeper:slots/play/parse_action from pg
begin;
set local role gamekeeper;
drop function slots.parse_action(jsonb);
commit;
