-- Revert gamekeeper:sparc/adventures/apply_tallies from pg
begin;
set local role gamekeeper;
drop function sparc.apply_tallies(uuid[]);
commit;
