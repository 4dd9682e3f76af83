-- Revert gamekeeper:cards/people/reopen_person from pg
begin;
set local role gamekeeper;
delete from core.person_hooks where system = 'cards' and kind = 'reopen';
drop function cards.reopen_person(uuid);
commit;
