-- Revert gamekeeper:xp/users/anchor_zone from pg
begin;
set local role gamekeeper;
drop function xp.anchor_zone(xp.policy_terms, text);
commit;
