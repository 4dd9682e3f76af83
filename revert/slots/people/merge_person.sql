-- Revert gamekeeper:slots/people/merge_person from pg
begin;
set local role gamekeeper;
delete from core.person_hooks where system = 'slots' and kind = 'merge';
drop function slots.merge_person(uuid, uuid);
commit;
