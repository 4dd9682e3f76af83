-- Revert gamekeeper:cards/lobby/leave_seat from pg
begin;
set local role gamekeeper;
drop function cards.leave_seat(cards.game_states, uuid);
commit;
