-- Deploy gamekeeper:cards/games/count_people to pg
-- requires: cards/rules/table_state cards/numbers/count_seats
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.count_people(state cards.table_state)
returns integer
language sql
immutable
parallel safe
return coalesce(cardinality((count_people.state).player_ids), 0) - cards.count_seats(coalesce((count_people.state).bots, 0));
comment on function cards.count_people(cards.table_state) is 'How many seats are taken by people, not by bots. [helper]';
revoke all on function cards.count_people(cards.table_state) from public;
commit;
