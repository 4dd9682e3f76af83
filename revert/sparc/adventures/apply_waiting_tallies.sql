-- Revert gamekeeper:sparc/adventures/apply_waiting_tallies from pg
begin;
set local role gamekeeper;
drop function sparc.apply_waiting_tallies();
commit;
