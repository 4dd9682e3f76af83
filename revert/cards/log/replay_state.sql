-- Revert gamekeeper:cards/log/replay_state from pg
begin;
set local role gamekeeper;
drop function cards.replay_state(uuid, integer);
commit;
