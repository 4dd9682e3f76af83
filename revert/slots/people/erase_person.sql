-- Revert gamekeeper:slots/people/erase_person from pg
begin;
set local role gamekeeper;
delete from core.person_hooks where system = 'slots' and kind = 'erase';
drop function slots.erase_person(uuid);
commit;
