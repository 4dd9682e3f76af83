-- Revert gamekeeper:core/records/rate_limits from pg
-- Forgets the recent calls.
begin;
set local role gamekeeper;
drop table core.rate_limits;
commit;
