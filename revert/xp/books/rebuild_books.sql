-- Revert gamekeeper:xp/books/rebuild_books from pg
begin;
set local role gamekeeper;
drop procedure xp.rebuild_books();
commit;
