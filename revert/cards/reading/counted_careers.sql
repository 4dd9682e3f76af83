-- Revert gamekeeper:cards/reading/counted_careers from pg
begin;
set local role gamekeeper;
drop function cards.counted_careers(uuid[]);
commit;
