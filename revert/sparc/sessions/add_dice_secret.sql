-- Revert gamekeeper:sparc/sessions/add_dice_secret from pg
begin;
set local role gamekeeper;
drop function sparc.add_dice_secret() cascade;
commit;
