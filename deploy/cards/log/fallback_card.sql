-- Deploy gamekeeper:cards/log/fallback_card to pg
-- requires: cards/rules/table_state cards/rules/legal_cards
begin;
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
      when c.card % 52 / 13 = (fallback_card.state).trick[1] % 52 / 13 then 0
      when c.card % 52 / 13 <> (fallback_card.state).trump then 1
      else 2
    end,
    case when c.card % 52 / 13 = (fallback_card.state).trick[1] % 52 / 13 then -c.card % 13 else c.card % 13 end,
    c.card
  limit 1
);
comment on function cards.fallback_card(cards.table_state) is
  'The card that is played for the player whose turn ran out: the highest legal card of the led suit, else the lowest non-trump, else the lowest trump; when leading, the lowest legal non-trump, else the lowest trump. Among equals the first in card order.';
revoke all on function cards.fallback_card(cards.table_state) from public;
commit;
