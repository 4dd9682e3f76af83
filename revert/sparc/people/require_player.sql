-- Revert gamekeeper:sparc/people/require_player from pg
begin;
set local role gamekeeper;
drop function sparc.require_player();
commit;
