-- Revert gamekeeper:cards/rules/table_state from pg
begin;
set local role gamekeeper;
drop type cards.table_state;
commit;
