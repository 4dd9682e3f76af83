-- Revert gamekeeper:slots/reports/house_share from pg
begin;
set local role gamekeeper;
drop function slots.house_share(slots.sessions);
commit;
