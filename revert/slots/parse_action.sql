-- Revert gamekeeper:slots/parse_action from pg
begin;
set local role gamekeeper;
drop function slots.parse_action(jsonb);
commit;
