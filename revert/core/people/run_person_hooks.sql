-- Revert gamekeeper:core/people/run_person_hooks from pg
begin;
set local role gamekeeper;
drop function core.run_person_hooks(text, uuid, uuid, text);
commit;
