-- Revert gamekeeper:cards/lobby/require_host from pg
begin;
set local role gamekeeper;
drop function cards.require_host(cards.game_states, uuid);
commit;
