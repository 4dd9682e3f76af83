-- Revert gamekeeper:cards/games/is_spectator from pg
begin;
set local role gamekeeper;
drop function cards.is_spectator(cards.game_states, uuid);
commit;
