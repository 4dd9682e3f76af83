-- Revert gamekeeper:sparc/fairness/verify_session from pg
begin;
set local role gamekeeper;
drop function sparc.verify_session(uuid, bigint, integer);
commit;
