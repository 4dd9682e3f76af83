-- Revert gamekeeper:cards/writing/draw_due from pg
begin;
set local role gamekeeper;
drop function cards.draw_due(cards.game_states);
commit;
