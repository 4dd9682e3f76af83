-- Revert gamekeeper:xp/books/reconcile from pg
begin;
set local role gamekeeper;
drop function xp.reconcile();
commit;
