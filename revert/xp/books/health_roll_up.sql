-- Revert gamekeeper:xp/books/health_roll_up from pg
begin;
set local role gamekeeper;
delete from core.health_checks where name = 'xp.roll_up';
drop function xp.health_roll_up();
commit;
