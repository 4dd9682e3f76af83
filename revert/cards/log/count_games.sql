-- Revert gamekeeper:cards/log/count_games from pg
begin;
set local role gamekeeper;
drop function cards.count_games(uuid[], timestamptz);
commit;
