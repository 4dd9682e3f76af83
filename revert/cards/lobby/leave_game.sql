-- Revert gamekeeper:cards/lobby/leave_game from pg
begin;
set local role gamekeeper;
drop function cards.leave_game(uuid);
commit;
