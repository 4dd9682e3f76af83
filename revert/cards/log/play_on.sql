-- Revert gamekeeper:cards/log/play_on from pg
begin;
set local role gamekeeper;
drop function cards.play_on(uuid, cards.table_state, cards.game_events[], text, jsonb, integer);
commit;
