-- Revert gamekeeper:core/people/person_ids from pg
begin;
set local role gamekeeper;
drop function core.person_ids(uuid);
commit;
