-- Deploy gamekeeper:cards/rules/next_seat to pg
-- requires: cards/schema
begin;
set local role gamekeeper;
create function cards.next_seat(seat integer, seats integer, absent integer)
returns integer
language plpgsql
immutable
parallel safe
set search_path = pg_temp
as $$
declare
  _next integer;
begin
  for _step in 1..least(next_seat.seats, 10) loop
    _next := (next_seat.seat + _step) % next_seat.seats;
    if next_seat.absent >> _next & 1 = 0 then
      return _next;
    end if;
  end loop;
  return null;
end
$$;
comment on function cards.next_seat(integer, integer, integer) is
  'The next seat clockwise that takes part, absent being a mask of those that do not; the seat itself when it is the only one, null when there is none.';
revoke all on function cards.next_seat(integer, integer, integer) from public;
grant execute on function cards.next_seat(integer, integer, integer) to authenticated, service_role;
commit;
