-- Revert gamekeeper:xp/policies/activate_rule from pg
begin;
set local role gamekeeper;
drop function xp.activate_rule(text, integer);
commit;
