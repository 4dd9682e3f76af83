-- Deploy gamekeeper:cards/numbers/count_seats to pg
-- requires: cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.count_seats(seats integer)
returns integer
language sql
immutable
parallel safe
return bit_count(count_seats.seats::bit(10))::integer;
comment on function cards.count_seats(integer) is
  'How many seats are in a set of seats. [helper]';
revoke all on function cards.count_seats(integer) from public;
commit;
