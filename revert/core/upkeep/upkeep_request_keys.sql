-- Revert gamekeeper:core/upkeep/upkeep_request_keys from pg
begin;
set local role gamekeeper;
delete from core.upkeep_tasks where task = 'core.request_keys';
drop function core.upkeep_request_keys();
commit;
