-- Deploy gamekeeper:cards/games/is_ready to pg
-- requires: cards/rules/table_state cards/numbers/all_seats
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.is_ready(state cards.table_state)
returns boolean
language sql
immutable
parallel safe
return cardinality((is_ready.state).player_ids) >= (is_ready.state).min_players
  and ((is_ready.state).ready | (is_ready.state).bots) = cards.all_seats(cardinality((is_ready.state).player_ids));
comment on function cards.is_ready(cards.table_state) is
  'Whether enough seats of a lobby are taken and all people in it are ready: then anybody with a seat may start. [helper]';
revoke all on function cards.is_ready(cards.table_state) from public;
commit;
