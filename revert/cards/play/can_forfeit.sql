-- Revert gamekeeper:cards/play/can_forfeit from pg
begin;
set local role gamekeeper;
drop function cards.can_forfeit(cards.game_states);
commit;
