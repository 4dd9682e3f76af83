-- Revert gamekeeper:xp/books/rebuild_balances from pg
begin;
set local role gamekeeper;
drop function xp.rebuild_balances(bigint[]);
commit;
