-- Revert gamekeeper:cards/rules/turn_deadline from pg
begin;
set local role gamekeeper;
drop function cards.turn_deadline(cards.game_state, cards.game_state, timestamptz, timestamptz);
commit;
