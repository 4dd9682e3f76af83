-- Revert gamekeeper:xp/policies/list_items from pg
begin;
set local role gamekeeper;
drop function xp.list_items(jsonb);
commit;
