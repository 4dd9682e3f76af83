-- Revert gamekeeper:xp/books/gauges from pg
begin;
set local role gamekeeper;
drop function xp.gauges();
commit;
