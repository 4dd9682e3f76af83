-- Revert gamekeeper:sparc/sessions/dice_secrets from pg
begin;
set local role gamekeeper;
drop table sparc.dice_secrets;
commit;
