-- Revert gamekeeper:cards/players/is_name from pg
begin;
set local role gamekeeper;
drop function cards.is_name(text);
commit;
