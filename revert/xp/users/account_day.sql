-- Revert gamekeeper:xp/users/account_day from pg
begin;
set local role gamekeeper;
drop function xp.account_day(xp.xp_users, xp.policy_terms, timestamptz);
commit;
