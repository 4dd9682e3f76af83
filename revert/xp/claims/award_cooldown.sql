-- Revert gamekeeper:xp/claims/award_cooldown from pg
begin;
set local role gamekeeper;
drop function xp.award_cooldown(xp.xp_rules, xp.xp_awards);
commit;
