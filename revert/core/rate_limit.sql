-- Revert gamekeeper:core/rate_limit from pg
begin;
set local role gamekeeper;
drop function core.rate_limit(text, integer, interval, timestamptz);
commit;
