-- Revert gamekeeper:slots/people/exclude from pg
begin;
set local role gamekeeper;
drop function slots.exclude(uuid, text, interval);
commit;
