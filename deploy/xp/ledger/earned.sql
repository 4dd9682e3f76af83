-- Deploy gamekeeper:xp/ledger/earned to pg
-- requires: xp/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Not strict, so that the planner inlines it.
create function xp.earned(amount bigint, corrected bigint)
returns bigint
language sql
immutable
parallel safe
return coalesce(earned.corrected, greatest(earned.amount, 0));
comment on function xp.earned(bigint, bigint) is
  'What an entry adds to a total of earned XP: what a correction took from it, if it is one, else the amount where it is positive. [helper]';
revoke all on function xp.earned(bigint, bigint) from public;
commit;
