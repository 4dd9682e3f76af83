-- Revert gamekeeper:xp/books/claim_days from pg
begin;
set local role gamekeeper;
drop function xp.claim_days(integer);
commit;
