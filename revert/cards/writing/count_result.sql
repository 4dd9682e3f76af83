-- Revert gamekeeper:cards/writing/count_result from pg
begin;
set local role gamekeeper;
drop function cards.count_result(cards.game_players, uuid, timestamptz);
commit;
