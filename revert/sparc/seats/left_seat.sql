-- Revert gamekeeper:sparc/seats/left_seat from pg
begin;
set local role gamekeeper;
drop function sparc.left_seat(uuid, uuid);
commit;
