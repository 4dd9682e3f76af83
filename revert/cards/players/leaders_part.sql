-- Revert gamekeeper:cards/players/leaders_part from pg
begin;
set local role gamekeeper;
drop function cards.leaders_part(integer, integer);
drop type cards.leader_record;
commit;
