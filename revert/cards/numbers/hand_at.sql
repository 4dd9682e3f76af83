-- Revert gamekeeper:cards/numbers/hand_at from pg
begin;
set local role gamekeeper;
drop function cards.hand_at(integer, integer);
commit;
