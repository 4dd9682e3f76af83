-- Deploy gamekeeper:cards/numbers/all_seats to pg
-- requires: cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.all_seats(count integer)
returns integer
language sql
immutable
parallel safe
return (1 << all_seats.count) - 1;
comment on function cards.all_seats(integer) is
  'The set of the first seats, so many. [helper]';
revoke all on function cards.all_seats(integer) from public;
commit;
