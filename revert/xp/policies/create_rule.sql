-- Revert gamekeeper:xp/policies/create_rule from pg
begin;
set local role gamekeeper;
drop function xp.create_rule(text, jsonb, text);
commit;
