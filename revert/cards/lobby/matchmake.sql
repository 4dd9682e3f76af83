-- Revert gamekeeper:cards/lobby/matchmake from pg
begin;
set local role gamekeeper;
drop function cards.matchmake(boolean);
commit;
