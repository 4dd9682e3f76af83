-- Revert gamekeeper:xp/books/claim_stats_rows from pg
begin;
set local role gamekeeper;
drop function xp.claim_stats_rows();
commit;
