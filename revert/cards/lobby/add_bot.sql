-- Revert gamekeeper:cards/lobby/add_bot from pg
begin;
set local role gamekeeper;
drop function cards.add_bot(uuid, text);
commit;
