-- Deploy gamekeeper:cards/rules/round_count to pg
-- requires: cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.round_count()
returns integer
language sql
immutable
parallel safe
return 10;
comment on function cards.round_count() is
  'How many rounds a game has. [helper]';
revoke all on function cards.round_count() from public;
commit;
