-- Revert gamekeeper:xp/books/xp_claim_counts from pg
-- Destroys the rows of xp.xp_claim_counts.
begin;
set local role gamekeeper;
drop table xp.xp_claim_counts;
commit;
