-- Revert gamekeeper:xp/books/claim_tail from pg
begin;
set local role gamekeeper;
drop function xp.claim_tail(bigint, bigint);
commit;
