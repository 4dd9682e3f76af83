-- Revert gamekeeper:xp/books/differences from pg
begin;
set local role gamekeeper;
drop function xp.differences(bigint[]);
commit;
