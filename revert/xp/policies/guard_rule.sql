-- Revert gamekeeper:xp/policies/guard_rule from pg
begin;
set local role gamekeeper;
drop trigger guard_rule on xp.xp_rules;
drop trigger guard_rule_truncate on xp.xp_rules;
drop function xp.guard_rule();
commit;
