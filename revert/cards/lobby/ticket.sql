-- Revert gamekeeper:cards/lobby/ticket from pg
begin;
set local role gamekeeper;
drop function cards.make_ticket(uuid, uuid);
drop type cards.ticket;
commit;
