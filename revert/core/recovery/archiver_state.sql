-- Revert gamekeeper:core/recovery/archiver_state from pg
begin;
set local role gamekeeper;
drop function core.archiver_state();
commit;
