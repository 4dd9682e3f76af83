-- Revert gamekeeper:core/people/export_own from pg
begin;
set local role gamekeeper;
delete from core.person_hooks where system = 'core' and kind = 'export';
drop function core.export_own(uuid, jsonb, integer);
commit;
