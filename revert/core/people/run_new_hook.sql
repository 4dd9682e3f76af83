-- Revert gamekeeper:core/people/run_new_hook from pg
begin;
set local role gamekeeper;
drop trigger run_new_hook on core.person_hooks;
drop function core.run_new_hook();
commit;
