-- Revert gamekeeper:slots/sessions/action_keys from pg
-- Destroys the data of the table.
begin;
set local role gamekeeper;
drop table slots.action_keys;
commit;
