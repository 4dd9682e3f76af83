-- Revert gamekeeper:sparc/archive/archived_dice_secrets from pg
begin;
set local role gamekeeper;
drop table sparc.archived_dice_secrets;
commit;
