-- Revert gamekeeper:xp/users/skipped_days from pg
begin;
set local role gamekeeper;
drop function xp.skipped_days(xp.xp_users, xp.policy_terms, date, date);
commit;
