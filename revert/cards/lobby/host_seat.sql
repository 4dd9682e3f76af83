-- Revert gamekeeper:cards/lobby/host_seat from pg
begin;
set local role gamekeeper;
drop function cards.host_seat(cards.table_state);
commit;
