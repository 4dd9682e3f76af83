-- Revert gamekeeper:xp/errors from pg
begin;
set local role gamekeeper;
delete from core.errors where sqlstate like 'KG3__';
commit;
