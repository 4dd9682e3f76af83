-- Revert gamekeeper:cards/play/forfeit_turn from pg
begin;
set local role gamekeeper;
drop function cards.forfeit_turn(uuid, integer);
commit;
