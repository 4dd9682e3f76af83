-- Revert gamekeeper:xp/claims/excused_days from pg
begin;
set local role gamekeeper;
drop function xp.excused_days(xp.xp_users, xp.policy_terms, date, date);
commit;
