-- Deploy gamekeeper:cards/numbers/next_seat to pg
-- requires: cards/numbers/has_seat
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.next_seat(seat integer, seats integer, absent integer)
returns integer
language plpgsql
immutable
parallel safe
as $$
declare
  _next integer;
begin
  for _step in 1..least(next_seat.seats, 10) loop
    _next := (next_seat.seat + _step) % next_seat.seats;
    if not cards.has_seat(next_seat.absent, _next) then
      return _next;
    end if;
  end loop;
  return null;
end
$$;
comment on function cards.next_seat(integer, integer, integer) is
  'The next seat clockwise that takes part, absent being a mask of those that do not; the seat itself when it is the '
  'only one, null when there is none. [helper]';
revoke all on function cards.next_seat(integer, integer, integer) from public;
commit;
