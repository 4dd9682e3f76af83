-- Revert gamekeeper:cards/people/merge_person from pg
begin;
set local role gamekeeper;
delete from core.person_hooks where system = 'cards' and kind = 'merge';
drop function cards.merge_person(uuid, uuid);
commit;
