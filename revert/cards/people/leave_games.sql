-- Revert gamekeeper:cards/people/leave_games from pg
begin;
set local role gamekeeper;
drop function cards.leave_games(uuid);
commit;
