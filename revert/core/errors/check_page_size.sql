-- Revert gamekeeper:core/errors/check_page_size from pg
begin;
set local role gamekeeper;
drop function core.check_page_size(integer);
commit;
