-- Deploy gamekeeper:cards/log/fallback_card to pg
-- requires: cards/rules/table_state cards/rules/legal_cards cards/numbers/card_suit cards/numbers/card_rank
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.fallback_card(state cards.table_state)
returns integer
language sql
immutable
parallel safe
return (
  select c.card
  from unnest(cards.legal_cards(fallback_card.state, (fallback_card.state).turn)) as c (card)
  order by
    case
      when cards.card_suit(c.card) = cards.card_suit((fallback_card.state).trick[1]) then 0
      when cards.card_suit(c.card) <> (fallback_card.state).trump then 1
      else 2
    end,
    case when cards.card_suit(c.card) = cards.card_suit((fallback_card.state).trick[1]) then -cards.card_rank(c.card) else cards.card_rank(c.card) end,
    c.card
  limit 1
);
comment on function cards.fallback_card(cards.table_state) is
  'The card that is played for the player whose turn ran out: the highest legal card of the led suit, else the '
  'lowest non-trump, else the lowest trump; when leading, the lowest legal non-trump, else the lowest trump. Among '
  'equals the first in card order. [helper]';
revoke all on function cards.fallback_card(cards.table_state) from public;
commit;
