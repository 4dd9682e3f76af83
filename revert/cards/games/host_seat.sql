-- Revert gamekeeper:cards/games/host_seat from pg
begin;
set local role gamekeeper;
drop function cards.host_seat(cards.table_state, uuid);
commit;
