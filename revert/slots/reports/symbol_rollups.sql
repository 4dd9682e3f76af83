-- Revert gamekeeper:slots/reports/symbol_rollups from pg
-- Destroys the data of the table.
begin;
set local role gamekeeper;
drop table slots.symbol_rollups;
commit;
