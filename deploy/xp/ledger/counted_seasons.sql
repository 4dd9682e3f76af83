-- Deploy gamekeeper:xp/ledger/counted_seasons to pg
-- requires: xp/ledger/earned
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Its arguments are the columns of an entry and not the entry, whose type a transition table does not have.
create function xp.counted_seasons(amount bigint, main_id text, corrected_main bigint, side_ids text[], corrected_sides bigint[])
returns table (season_id text, xp bigint)
language sql
immutable
parallel safe
begin atomic
  select counted_seasons.main_id, xp.earned(counted_seasons.amount, counted_seasons.corrected_main)
  where counted_seasons.main_id is not null
  union all
  select s.side_id, xp.earned(counted_seasons.amount, s.corrected)
  from unnest(counted_seasons.side_ids, counted_seasons.corrected_sides) as s (side_id, corrected);
end;
comment on function xp.counted_seasons(bigint, text, bigint, text[], bigint[]) is
  'The seasons that an entry of the ledger counts for, by its columns amount, season_id, corrected_season, side_seasons and '
  'corrected_sides, and what it adds to each. [helper]';
revoke all on function xp.counted_seasons(bigint, text, bigint, text[], bigint[]) from public;
commit;
