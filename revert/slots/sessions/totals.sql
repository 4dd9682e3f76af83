-- Revert gamekeeper:slots/sessions/totals from pg
begin;
set local role gamekeeper;
drop type slots.totals;
commit;
