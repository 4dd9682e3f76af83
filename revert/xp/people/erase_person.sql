-- Revert gamekeeper:xp/people/erase_person from pg
begin;
set local role gamekeeper;
delete from core.person_hooks where system = 'xp' and kind = 'erase';
drop function xp.erase_person(uuid);
commit;
