-- Revert gamekeeper:sparc/dice/modifier_sum from pg
begin;
set local role gamekeeper;
drop function sparc.modifier_sum(jsonb, text);
commit;
