-- Revert gamekeeper:cards/play/first_forfeit from pg
begin;
set local role gamekeeper;
drop function cards.first_forfeit(cards.game_states, integer);
commit;
