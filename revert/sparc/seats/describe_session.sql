-- Revert gamekeeper:sparc/seats/describe_session from pg
begin;
set local role gamekeeper;
drop function sparc.describe_session(sparc.sessions);
commit;
