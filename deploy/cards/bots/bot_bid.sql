-- Deploy gamekeeper:cards/bots/bot_bid to pg
-- requires: cards/bots/seat_view cards/rules/deck_count cards/numbers/card_rank cards/numbers/card_suit
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- careful: counts the tricks that the hand is likely to take, each card with the chance that it wins
-- (trump by its length and height, side aces and kings by how many share the deck), and rounds the sum.
-- chance: any bid. Both draw from the seed only.
create function cards.bot_bid(sight cards.seat_view, strategy jsonb, seed text)
returns integer
language plpgsql
immutable
parallel safe
as $$
declare
  _chance constant integer := get_byte(decode(left(bot_bid.seed, 2), 'hex'), 0);
  _share constant double precision := bot_bid.sight.players::double precision / (6 * cards.deck_count(bot_bid.sight.seats));
  _expected double precision := 0::double precision;
  _rank integer;
  _card integer;
  _trumps integer := 0;
begin
  if bot_bid.strategy ->> 'name' = 'chance' then
    return _chance % (bot_bid.sight.cards_per_player + 1);
  end if;
  foreach _card in array bot_bid.sight.hand loop
    _rank := cards.card_rank(_card);
    if cards.card_suit(_card) = bot_bid.sight.trump then
      _trumps := _trumps + 1;
      _expected := _expected + case when _rank >= 9 then 0.95 when _rank >= 5 then 0.7 else 0.45 end;
    else
      _expected := _expected + case _rank when 12 then 0.8 when 11 then 0.5 when 10 then 0.25 else 0.0 end * (1.2 - 0.3 * _share);
    end if;
  end loop;
  if bot_bid.sight.cards_per_player <= 3 and bot_bid.sight.players <= 4 then
    _expected := _expected + 0.15 * (bot_bid.sight.cards_per_player - _trumps);
  end if;
  return least(bot_bid.sight.cards_per_player, round(_expected * coalesce((bot_bid.strategy ->> 'boldness')::double precision, 1.0)))::integer;
end
$$;
comment on function cards.bot_bid(cards.seat_view, jsonb, text) is
  'The bid of a bot that sees this and follows that strategy ({"name": "careful" | "chance", "boldness": factor of '
  'the expected tricks, default 1}); the seed is its only chance. [helper]';
revoke all on function cards.bot_bid(cards.seat_view, jsonb, text) from public;
commit;
