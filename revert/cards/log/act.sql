-- Revert gamekeeper:cards/log/act from pg
begin;
set local role gamekeeper;
drop function cards.act(uuid, cards.game_state, text, jsonb, timestamptz);
commit;
