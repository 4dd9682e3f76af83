-- Deploy gamekeeper:cards/numbers/seat_bit to pg
-- requires: cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.seat_bit(seat integer)
returns integer
language sql
immutable
parallel safe
return 1 << seat_bit.seat;
comment on function cards.seat_bit(integer) is
  'The bit of a seat in a set of seats. [helper]';
revoke all on function cards.seat_bit(integer) from public;
commit;
