-- Revert gamekeeper:xp/people/merge_person from pg
begin;
set local role gamekeeper;
delete from core.person_hooks where system = 'xp' and kind = 'merge';
drop function xp.merge_person(uuid, uuid);
commit;
