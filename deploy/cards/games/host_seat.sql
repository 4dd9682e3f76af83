-- Deploy gamekeeper:cards/games/host_seat to pg
-- requires: cards/rules/table_state cards/numbers/has_seat
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.host_seat(state cards.table_state, host_id uuid)
returns integer
language sql
immutable
parallel safe
return coalesce(
  array_position((host_seat.state).player_ids, host_seat.host_id::text) - 1,
  (
    select min(s)
    from generate_series(0, cardinality((host_seat.state).player_ids) - 1) as s
    where not cards.has_seat((host_seat.state).bots, s)
  )
);
comment on function cards.host_seat(cards.table_state, uuid) is
  'The seat of the host: of host_id, to whom the room has passed, as long as that one is seated; otherwise of the first person, so '
  'of the creator until the creator leaves. Null where no person is seated. [helper]';
revoke all on function cards.host_seat(cards.table_state, uuid) from public;
commit;
