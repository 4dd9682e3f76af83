-- Revert gamekeeper:cards/people/close_person from pg
begin;
set local role gamekeeper;
delete from core.person_hooks where system = 'cards' and kind = 'close';
drop function cards.close_person(uuid);
commit;
