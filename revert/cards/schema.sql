-- Revert gamekeeper:cards/schema from pg
begin;
drop schema cards;
commit;
