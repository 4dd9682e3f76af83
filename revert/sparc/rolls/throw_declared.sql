-- Revert gamekeeper:sparc/rolls/throw_declared from pg
begin;
set local role gamekeeper;
drop function sparc.throw_declared(sparc.declared_rolls);
commit;
