-- Revert gamekeeper:cards/play/misplay from pg
begin;
set local role gamekeeper;
drop function cards.misplay(cards.game_states, integer, text, text);
commit;
