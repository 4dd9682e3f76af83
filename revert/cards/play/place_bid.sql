-- Revert gamekeeper:cards/play/place_bid from pg
begin;
set local role gamekeeper;
drop function cards.place_bid(uuid, integer, integer);
commit;
