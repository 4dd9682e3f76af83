-- Revert gamekeeper:cards/players/plain_profile from pg
begin;
set local role gamekeeper;
drop function cards.plain_profile(text);
commit;
