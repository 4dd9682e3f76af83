-- Revert gamekeeper:xp/books/ledger_totals from pg
begin;
set local role gamekeeper;
drop function xp.ledger_totals(bigint[]);
commit;
