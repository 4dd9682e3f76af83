-- Revert gamekeeper:core/upkeep/upkeep_rate_limits from pg
begin;
set local role gamekeeper;
delete from core.upkeep_tasks where task = 'core.rate_limits';
drop function core.upkeep_rate_limits();
commit;
