-- Revert gamekeeper:cards/people/person_players from pg
begin;
set local role gamekeeper;
drop function cards.person_players(uuid);
commit;
