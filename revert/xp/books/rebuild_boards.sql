-- Revert gamekeeper:xp/books/rebuild_boards from pg
begin;
set local role gamekeeper;
drop procedure xp.rebuild_boards();
commit;
