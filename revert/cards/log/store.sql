-- Revert gamekeeper:cards/log/store from pg
begin;
set local role gamekeeper;
drop function cards.store(uuid, cards.game_state, cards.progress, timestamptz, boolean, boolean);
commit;
