-- Revert gamekeeper:xp/boards/settled_span from pg
begin;
set local role gamekeeper;
drop function xp.settled_span(text, regclass, bigint);
commit;
