-- Deploy gamekeeper:xp/seasons/season_bounds to pg
-- requires: xp/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type xp.season_bounds as (
  starts_on date,
  ends_on date
);
comment on type xp.season_bounds is
  'First and last reward day of a season, both within it. Null: there is no season.';
commit;
