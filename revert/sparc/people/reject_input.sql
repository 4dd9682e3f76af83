-- Revert gamekeeper:sparc/people/reject_input from pg
begin;
set local role gamekeeper;
drop function sparc.reject_input(text, text);
commit;
