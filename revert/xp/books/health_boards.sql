-- Revert gamekeeper:xp/books/health_boards from pg
begin;
set local role gamekeeper;
delete from core.health_checks where name = 'xp.boards';
drop function xp.health_boards();
commit;
