-- Revert gamekeeper:xp/ledger/counted_seasons from pg
begin;
set local role gamekeeper;
drop function xp.counted_seasons(bigint, text, bigint, text[], bigint[]);
commit;
