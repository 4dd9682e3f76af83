-- Revert gamekeeper:core/records/rate_limit from pg
begin;
set local role gamekeeper;
drop function core.rate_limit(text, integer, interval, timestamptz);
commit;
