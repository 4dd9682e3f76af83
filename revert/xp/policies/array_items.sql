-- Revert gamekeeper:xp/policies/array_items from pg
begin;
set local role gamekeeper;
drop function xp.array_items(jsonb);
commit;
