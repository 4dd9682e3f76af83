-- Revert gamekeeper:cards/reading/game_summary from pg
begin;
set local role gamekeeper;
drop function cards.game_summary(uuid);
drop type cards.summary_record;
commit;
