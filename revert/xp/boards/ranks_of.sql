-- Revert gamekeeper:xp/boards/ranks_of from pg
begin;
set local role gamekeeper;
drop function xp.ranks_of(text, uuid[]);
commit;
