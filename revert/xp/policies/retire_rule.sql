-- Revert gamekeeper:xp/policies/retire_rule from pg
begin;
set local role gamekeeper;
drop function xp.retire_rule(text);
commit;
