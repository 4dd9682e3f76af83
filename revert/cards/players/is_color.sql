-- Revert gamekeeper:cards/players/is_color from pg
begin;
set local role gamekeeper;
drop function cards.is_color(text);
commit;
