-- Revert gamekeeper:cards/numbers/suit_name from pg
begin;
set local role gamekeeper;
drop function cards.suit_name(integer);
commit;
