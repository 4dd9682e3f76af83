-- Revert gamekeeper:xp/books/claim_stats from pg
begin;
set local role gamekeeper;
drop view xp.claim_stats;
commit;
