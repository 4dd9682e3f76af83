-- Revert gamekeeper:cards/rules/is_name from pg
begin;
set local role gamekeeper;
drop function cards.is_name(text);
commit;
