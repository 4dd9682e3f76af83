-- Revert gamekeeper:slots/people/close_person from pg
begin;
set local role gamekeeper;
delete from core.person_hooks where system = 'slots' and kind = 'close';
drop function slots.close_person(uuid);
commit;
