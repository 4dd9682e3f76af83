-- Revert gamekeeper:xp/policies/segment_rule from pg
begin;
set local role gamekeeper;
drop function xp.segment_rule(xp.xp_rules, text);
commit;
