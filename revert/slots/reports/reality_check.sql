-- Revert gamekeeper:slots/reports/reality_check from pg
begin;
set local role gamekeeper;
drop function slots.reality_check(uuid);
commit;
