-- Revert gamekeeper:core/people/person_hooks from pg
begin;
set local role gamekeeper;
drop table core.person_hooks;
commit;
