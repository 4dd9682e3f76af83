-- Revert gamekeeper:sparc/sessions/guard_character from pg
begin;
set local role gamekeeper;
drop trigger guard_character on sparc.characters;
drop function sparc.guard_character();
commit;
