-- Revert gamekeeper:sparc/fairness/require_revealed from pg
begin;
set local role gamekeeper;
drop function sparc.require_revealed(uuid);
commit;
