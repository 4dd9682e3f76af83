-- Revert gamekeeper:xp/policies/require_active_rule from pg
begin;
set local role gamekeeper;
drop function xp.require_active_rule(text, text);
commit;
