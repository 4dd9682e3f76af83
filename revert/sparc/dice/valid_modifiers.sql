-- Revert gamekeeper:sparc/dice/valid_modifiers from pg
begin;
set local role gamekeeper;
drop function sparc.valid_modifiers(jsonb);
commit;
