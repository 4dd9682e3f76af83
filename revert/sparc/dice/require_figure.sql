-- Revert gamekeeper:sparc/dice/require_figure from pg
begin;
set local role gamekeeper;
drop function sparc.require_figure(sparc.sessions, uuid, uuid, uuid, sparc.attribute);
commit;
