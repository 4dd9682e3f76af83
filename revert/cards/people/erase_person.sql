-- Revert gamekeeper:cards/people/erase_person from pg
begin;
set local role gamekeeper;
delete from core.person_hooks where system = 'cards' and kind = 'erase';
drop function cards.erase_person(uuid);
commit;
