-- Revert gamekeeper:slots/limits/strictest_limits from pg
begin;
set local role gamekeeper;
drop function slots.strictest_limits(uuid, text, text);
commit;
