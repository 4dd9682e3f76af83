-- Deploy gamekeeper:cards/rules/wins_trick to pg
-- requires: cards/numbers/card_suit cards/numbers/card_rank
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.wins_trick(card integer, best integer, trump integer)
returns boolean
language sql
immutable
parallel safe
return wins_trick.best is null
  or cards.card_suit(wins_trick.card) = cards.card_suit(wins_trick.best) and cards.card_rank(wins_trick.card) >= cards.card_rank(wins_trick.best)
  or cards.card_suit(wins_trick.card) = wins_trick.trump and cards.card_suit(wins_trick.best) <> wins_trick.trump;
comment on function cards.wins_trick(integer, integer, integer) is
  'Whether a card beats the best card of the trick so far (null: it leads): the highest trump, else the highest card '
  'of the led suit, of two identical cards the later one. [helper]';
revoke all on function cards.wins_trick(integer, integer, integer) from public;
commit;
