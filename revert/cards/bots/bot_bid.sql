-- Revert gamekeeper:cards/bots/bot_bid from pg
begin;
set local role gamekeeper;
drop function cards.bot_bid(cards.seat_view, jsonb, text);
commit;
