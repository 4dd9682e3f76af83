-- Revert gamekeeper:slots/reports/fingerprint from pg
begin;
set local role gamekeeper;
drop function slots.fingerprint(uuid);
commit;
