-- Revert gamekeeper:xp/books/health_roll_ups from pg
begin;
set local role gamekeeper;
delete from core.health_checks where name = 'xp.roll_ups';
drop function xp.health_roll_ups();
commit;
