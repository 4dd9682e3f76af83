-- Revert gamekeeper:slots/limits/refresh_limits from pg
begin;
set local role gamekeeper;
drop function slots.refresh_limits(uuid);
commit;
