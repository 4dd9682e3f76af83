-- Revert gamekeeper:slots/people/reopen_person from pg
begin;
set local role gamekeeper;
delete from core.person_hooks where system = 'slots' and kind = 'reopen';
drop function slots.reopen_person(uuid);
commit;
