-- Revert gamekeeper:cards/errors from pg
begin;
set local role gamekeeper;
delete from core.errors where sqlstate like 'KG2%';
commit;
