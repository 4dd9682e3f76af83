-- Revert gamekeeper:sparc/leaving/hooks from pg
begin;
set local role gamekeeper;
delete from core.person_hooks where system = 'sparc';
commit;
