-- Revert gamekeeper:sparc/dice/is_modifier_list from pg
begin;
set local role gamekeeper;
drop function sparc.is_modifier_list(jsonb);
commit;
