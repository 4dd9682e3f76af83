-- Revert gamekeeper:sparc/dice/may_see_hidden_roll from pg
begin;
set local role gamekeeper;
drop function sparc.may_see_hidden_roll(uuid);
commit;
