-- Revert gamekeeper:cards/reading/career_results from pg
begin;
set local role gamekeeper;
drop function cards.career_results(uuid[]);
commit;
