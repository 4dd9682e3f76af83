-- Revert gamekeeper:sparc/rolls/throw_overdue_rolls from pg
begin;
set local role gamekeeper;
drop function sparc.throw_overdue_rolls();
commit;
