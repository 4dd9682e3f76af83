-- Revert gamekeeper:cards/games/game_summaries from pg
-- Destroys the rows.
begin;
set local role gamekeeper;
alter table cards.games drop constraint games_completed_has_summary;
drop table cards.game_summaries;
commit;
