-- Revert gamekeeper:xp/claims/boundary_after from pg
begin;
set local role gamekeeper;
drop function xp.boundary_after(xp.xp_users, xp.xp_rules, xp.xp_awards, timestamptz);
commit;
