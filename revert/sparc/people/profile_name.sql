-- Revert gamekeeper:sparc/people/profile_name from pg
begin;
set local role gamekeeper;
drop function sparc.profile_name(jsonb, text);
commit;
