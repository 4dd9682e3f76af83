-- Revert gamekeeper:cards/lobby/add_bots from pg
begin;
set local role gamekeeper;
drop function cards.add_bots(uuid);
commit;
