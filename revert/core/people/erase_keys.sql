-- Revert gamekeeper:core/people/erase_keys from pg
begin;
set local role gamekeeper;
delete from core.person_hooks where system = 'core' and kind = 'erase';
drop function core.erase_keys(uuid);
commit;
