-- Revert gamekeeper:cards/lobby/require_lobby from pg
begin;
set local role gamekeeper;
drop function cards.require_lobby(cards.game_states);
commit;
