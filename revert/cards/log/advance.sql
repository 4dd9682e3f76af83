-- Revert gamekeeper:cards/log/advance from pg
begin;
set local role gamekeeper;
drop function cards.advance(uuid, cards.game_state, cards.game_events[], boolean, jsonb);
drop type cards.progress;
commit;
