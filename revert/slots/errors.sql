-- Revert gamekeeper:slots/errors from pg
begin;
set local role gamekeeper;
delete from core.errors where sqlstate like 'KG1__';
commit;
