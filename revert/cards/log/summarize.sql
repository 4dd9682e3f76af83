-- Revert gamekeeper:cards/log/summarize from pg
begin;
set local role gamekeeper;
drop function cards.summarize(uuid, cards.game_state, boolean, uuid[], timestamptz);
commit;
