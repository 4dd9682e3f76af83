-- Revert gamekeeper:cards/rules/legal_moves_of_state from pg
begin;
set local role gamekeeper;
drop function cards.legal_moves(cards.game_state, uuid);
commit;
