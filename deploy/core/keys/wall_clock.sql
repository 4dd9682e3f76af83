-- Deploy gamekeeper:core/keys/wall_clock to pg
-- requires: core/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- now() is the instant at which the transaction began, and a caller can begin one early: every rule that compares
-- times asks this clock, once, after the lock that it needs. Tests move time by replacing this one function.
create function core.wall_clock()
returns timestamptz
language sql
volatile
parallel safe
return clock_timestamp();
comment on function core.wall_clock() is
  'The present instant, also in a transaction that began long ago. Commands read it once, after their lock, and pass it down; labels take core.now_utc(). [helper]';
revoke all on function core.wall_clock() from public;
commit;
