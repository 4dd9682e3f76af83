-- Revert gamekeeper:xp/claims/is_sent_together from pg
begin;
set local role gamekeeper;
drop function xp.is_sent_together(xp.xp_awards, timestamptz);
commit;
