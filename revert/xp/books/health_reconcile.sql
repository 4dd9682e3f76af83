-- Revert gamekeeper:xp/books/health_reconcile from pg
begin;
set local role gamekeeper;
delete from core.health_checks where name = 'xp.reconcile';
drop function xp.health_reconcile();
commit;
