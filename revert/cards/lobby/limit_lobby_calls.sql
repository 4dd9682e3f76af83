-- Revert gamekeeper:cards/lobby/limit_lobby_calls from pg
begin;
set local role gamekeeper;
drop function cards.limit_lobby_calls(uuid, timestamptz);
commit;
