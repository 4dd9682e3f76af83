-- Revert gamekeeper:sparc/schema from pg
begin;
drop schema sparc;
commit;
