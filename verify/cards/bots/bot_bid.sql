-- Verify gamekeeper:cards/bots/bot_bid on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.bot_bid(cards.seat_view,jsonb,text)', '(sight cards.seat_view, strategy jsonb, seed text) returns integer');
select pg_temp.has_function_nature('cards.bot_bid(cards.seat_view,jsonb,text)', 'plpgsql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.bot_bid(cards.seat_view,jsonb,text)', 'nobody');
rollback;
