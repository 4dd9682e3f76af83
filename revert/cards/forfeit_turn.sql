-- Revert gamekeeper:cards/forfeit_turn from pg
begin;
set local role gamekeeper;
drop function cards.forfeit_turn(uuid);
commit;
