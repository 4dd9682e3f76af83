-- Revert gamekeeper:cards/bots/bot_card from pg
begin;
set local role gamekeeper;
drop function cards.bot_card(cards.seat_view, jsonb, text);
commit;
