-- Revert gamekeeper:core/errors/caught_error from pg
begin;
set local role gamekeeper;
drop type core.caught_error;
commit;
