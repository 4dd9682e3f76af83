-- Revert gamekeeper:cards/rules/check_state from pg
begin;
set local role gamekeeper;
drop function cards.check_state(cards.table_state);
commit;
