-- Revert gamekeeper:cards/numbers/hand_cards from pg
begin;
set local role gamekeeper;
drop function cards.hand_cards(bigint, bigint);
commit;
