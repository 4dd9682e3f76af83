-- Revert gamekeeper:core/errors/check_batch_size from pg
begin;
set local role gamekeeper;
drop function core.check_batch_size(text, integer);
commit;
