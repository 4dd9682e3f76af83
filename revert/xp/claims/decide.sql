-- Revert gamekeeper:xp/claims/decide from pg
begin;
set local role gamekeeper;
drop function xp.decide(xp.xp_users, xp.xp_rules, xp.streak_state, text, timestamptz, timestamptz);
commit;
