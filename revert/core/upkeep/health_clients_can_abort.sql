-- Revert gamekeeper:core/upkeep/health_clients_can_abort from pg
begin;
set local role gamekeeper;
delete from core.health_checks where name = 'core.clients_can_abort';
drop function core.health_clients_can_abort();
commit;
