-- Revert gamekeeper:sparc/adventures/validate_adventure from pg
begin;
set local role gamekeeper;
drop function sparc.validate_adventure(jsonb);
commit;
