-- Revert gamekeeper:cards/reading/replay from pg
begin;
set local role gamekeeper;
drop function cards.replay(uuid, integer);
commit;
