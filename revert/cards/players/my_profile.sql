-- Revert gamekeeper:cards/players/my_profile from pg
begin;
set local role gamekeeper;
drop function cards.my_profile();
commit;
