-- Revert gamekeeper:xp/books/count_differences from pg
begin;
set local role gamekeeper;
drop function xp.count_differences(text);
commit;
