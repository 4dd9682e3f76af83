-- Revert gamekeeper:cards/log/complete_game from pg
begin;
set local role gamekeeper;
drop function cards.complete_game(uuid, cards.game_state, timestamptz);
commit;
