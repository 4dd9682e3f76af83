-- Deploy gamekeeper:xp/boards/score_buckets to pg
-- requires: xp/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.score_buckets(xp bigint)
returns table (level integer, bucket bigint)
language sql
immutable
parallel safe
begin atomic
  select l, score_buckets.xp >> (6 * l)
  from generate_series(0, 10) as l
  where score_buckets.xp > 0;
end;
comment on function xp.score_buckets(bigint) is
  'The buckets of xp.xp_board_counts that count a score, one a level; none for a score that is on no board. [helper]';
revoke all on function xp.score_buckets(bigint) from public;
commit;
