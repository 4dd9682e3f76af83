-- Revert gamekeeper:core/keys/wall_clock from pg
begin;
set local role gamekeeper;
drop function core.wall_clock();
commit;
