-- Deploy gamekeeper:cards/rules/round_cards to pg
-- requires: cards/rules/round_count
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.round_cards(round_index integer)
returns integer
language sql
immutable
parallel safe
return cards.round_count() - round_cards.round_index;
comment on function cards.round_cards(integer) is
  'How many cards each player is dealt in a round, counted from 0. [helper]';
revoke all on function cards.round_cards(integer) from public;
commit;
