-- Revert gamekeeper:cards/lobby/seat_player from pg
begin;
set local role gamekeeper;
drop function cards.seat_player(uuid, cards.table_state, cards.players, timestamptz);
commit;
