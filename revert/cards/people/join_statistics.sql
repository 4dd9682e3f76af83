-- Revert gamekeeper:cards/people/join_statistics from pg
begin;
set local role gamekeeper;
drop function cards.join_statistics(uuid);
commit;
