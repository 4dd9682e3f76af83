-- Revert gamekeeper:cards/games/count_people from pg
begin;
set local role gamekeeper;
drop function cards.count_people(cards.table_state);
commit;
