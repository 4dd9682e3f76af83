-- Deploy gamekeeper:cards/numbers/has_seat to pg
-- requires: cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.has_seat(seats integer, seat integer)
returns boolean
language sql
immutable
parallel safe
return has_seat.seats >> has_seat.seat & 1 = 1;
comment on function cards.has_seat(integer, integer) is
  'Whether a seat is in a set of seats; null where either is. [helper]';
revoke all on function cards.has_seat(integer, integer) from public;
commit;
