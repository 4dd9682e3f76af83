-- Revert gamekeeper:core/upkeep/health_checks from pg
-- Destroys the registry of checks (not what they check).
begin;
set local role gamekeeper;
drop table core.health_checks;
commit;
