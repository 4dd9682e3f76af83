-- Revert gamekeeper:cards/play/lock_seat from pg
begin;
set local role gamekeeper;
drop function cards.lock_seat(uuid, uuid);
commit;
