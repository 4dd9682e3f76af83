-- Revert gamekeeper:cards/lobby/tend_room from pg
begin;
set local role gamekeeper;
drop function cards.tend_room(cards.game_states, timestamptz);
commit;
