-- Revert gamekeeper:core/schema from pg
begin;
drop schema core;
commit;
