-- Revert gamekeeper:cards/writing/count_games from pg
begin;
set local role gamekeeper;
drop function cards.count_games(uuid[]);
commit;
