-- Revert gamekeeper:sparc/errors from pg
begin;
set local role gamekeeper;
delete from core.errors where sqlstate like 'KG4__';
commit;
