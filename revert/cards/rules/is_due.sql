-- Revert gamekeeper:cards/rules/is_due from pg
begin;
set local role gamekeeper;
drop function cards.is_due(cards.table_state, jsonb);
commit;
