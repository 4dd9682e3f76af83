-- Revert gamekeeper:sparc/fairness/verified_rolls from pg
begin;
set local role gamekeeper;
drop function sparc.verified_rolls(uuid, bigint, integer, timestamptz);
commit;
