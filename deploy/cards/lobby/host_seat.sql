-- Deploy gamekeeper:cards/lobby/host_seat to pg
-- requires: cards/rules/table_state cards/numbers/has_seat
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.host_seat(state cards.table_state)
returns integer
language sql
immutable
parallel safe
return (
  select min(s)
  from generate_series(0, cardinality((host_seat.state).player_ids) - 1) as s
  where not cards.has_seat((host_seat.state).bots, s)
);
comment on function cards.host_seat(cards.table_state) is
  'The seat of the host: the first person, so the creator until the creator leaves. [helper]';
revoke all on function cards.host_seat(cards.table_state) from public;
commit;
