-- Deploy gamekeeper:xp/prizes/season_score to pg
-- requires: xp/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type xp.season_score as (
  xp bigint,
  members bigint,
  heirs text[]
);
comment on type xp.season_score is
  'How many accounts of a server ended a season with a score; those of all servers add up to ranks. Heirs are people of other servers to '
  'whom an account of this one was merged, and who get its prize.';
commit;
