-- Revert gamekeeper:cards/rules/awaits_person from pg
begin;
set local role gamekeeper;
drop function cards.awaits_person(cards.table_state);
commit;
