-- Revert gamekeeper:cards/people/move_seat from pg
begin;
set local role gamekeeper;
drop function cards.move_seat(cards.game_states, uuid, uuid);
commit;
