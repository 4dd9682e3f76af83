-- Deploy gamekeeper:cards/bots/bot_card to pg
-- requires: cards/bots/seat_view cards/numbers/card_rank cards/numbers/card_suit cards/rules/wins_trick
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- careful: while tricks are missing to the bid it wins as cheaply as it can when it plays last, else with
-- its best card, and throws its weakest card when it cannot win; once the bid is made it plays the
-- highest card that does not win. chance: any legal card.
create function cards.bot_card(sight cards.seat_view, strategy jsonb, seed text)
returns integer
language plpgsql
immutable
parallel safe
as $$
declare
  _missing constant integer := bot_card.sight.bids[bot_card.sight.seat + 1] - bot_card.sight.tricks[bot_card.sight.seat + 1];
  _is_last constant boolean := cardinality(bot_card.sight.trick) = bot_card.sight.players - 1;
  _leads constant boolean := cardinality(bot_card.sight.trick) = 0;
  _card integer;
  _choice integer;
  _value integer;
  _wins boolean;
  _score integer;
  _best integer;
begin
  if bot_card.strategy ->> 'name' = 'chance' then
    return bot_card.sight.legal[1 + get_byte(decode(left(bot_card.seed, 2), 'hex'), 0) % cardinality(bot_card.sight.legal)];
  end if;
  foreach _card in array bot_card.sight.legal loop
    _value := cards.card_rank(_card) + case when cards.card_suit(_card) = bot_card.sight.trump then 13 else 0 end;
    _wins := cards.wins_trick(_card, bot_card.sight.best_card, bot_card.sight.trump);
    _score := case
      when _leads then case when _missing > 0 then _value else -_value end
      when _missing > 0 then case
        when not _wins then -_value
        when _is_last then 100 - _value
        else 100 + _value
      end
      when _wins then case when _is_last then -100 + _value else -100 - _value end
      else 100 + _value
    end;
    if _best is null or _score > _best then
      _best := _score;
      _choice := _card;
    end if;
  end loop;
  return _choice;
end
$$;
comment on function cards.bot_card(cards.seat_view, jsonb, text) is
  'The card of a bot that sees this and follows that strategy ({"name": "careful" | "chance"}); always a legal one. [helper]';
revoke all on function cards.bot_card(cards.seat_view, jsonb, text) from public;
commit;
