-- Revert gamekeeper:sparc/rolls/require_at_once from pg
begin;
set local role gamekeeper;
drop function sparc.require_at_once(text);
commit;
