-- Revert gamekeeper:cards/lobby/start_matchmade from pg
begin;
set local role gamekeeper;
drop function cards.start_matchmade(uuid);
commit;
