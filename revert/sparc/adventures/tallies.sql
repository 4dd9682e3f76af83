-- Revert gamekeeper:sparc/adventures/tallies from pg
begin;
set local role gamekeeper;
drop table sparc.tallies;
commit;
