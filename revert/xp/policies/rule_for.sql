-- Revert gamekeeper:xp/policies/rule_for from pg
begin;
set local role gamekeeper;
drop function xp.rule_for(xp.xp_rules, text, boolean);
commit;
