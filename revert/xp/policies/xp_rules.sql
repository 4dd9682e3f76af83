-- Revert gamekeeper:xp/policies/xp_rules from pg
-- Destroys the rows of xp.xp_rules.
begin;
set local role gamekeeper;
drop table xp.xp_rules;
commit;
