-- Revert gamekeeper:cards/lobby/seat_player from pg
begin;
set local role gamekeeper;
drop function cards.seat_player(cards.game_states, cards.players);
commit;
