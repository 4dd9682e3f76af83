-- Revert gamekeeper:xp/guard_rule from pg
begin;
set local role gamekeeper;
drop trigger guard_rule on xp.xp_rules;
drop trigger append_only_truncate on xp.xp_rules;
drop function xp.guard_rule();
commit;
