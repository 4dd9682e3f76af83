-- Revert gamekeeper:xp/policies/is_valid_definition from pg
begin;
set local role gamekeeper;
drop function xp.is_valid_definition(jsonb);
commit;
