-- Deploy gamekeeper:cards/games/is_rated to pg
-- requires: cards/rules/table_state cards/numbers/all_seats
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.is_rated(state cards.table_state, is_public boolean)
returns boolean
language sql
immutable
parallel safe
return is_rated.is_public
  and (is_rated.state).bots = 0
  and (is_rated.state).gone <> cards.all_seats(cardinality((is_rated.state).player_ids));
comment on function cards.is_rated(cards.table_state, boolean) is
  'Whether a completed game counts on the leaderboard (docs/cards.md, Lifetime statistics): it is public, people alone have seats, and '
  'somebody was left to the end. [helper]';
revoke all on function cards.is_rated(cards.table_state, boolean) from public;
commit;
