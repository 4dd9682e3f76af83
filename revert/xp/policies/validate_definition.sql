-- Revert gamekeeper:xp/policies/validate_definition from pg
begin;
set local role gamekeeper;
drop function xp.validate_definition(jsonb, text);
commit;
