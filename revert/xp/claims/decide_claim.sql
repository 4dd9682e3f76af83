-- Revert gamekeeper:xp/claims/decide_claim from pg
begin;
set local role gamekeeper;
drop function xp.decide_claim(xp.xp_users, xp.xp_rules, xp.streak_state, xp.xp_awards, timestamptz);
commit;
