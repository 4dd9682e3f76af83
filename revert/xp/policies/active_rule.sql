-- Revert gamekeeper:xp/policies/active_rule from pg
begin;
set local role gamekeeper;
drop function xp.active_rule(text, text, boolean);
commit;
