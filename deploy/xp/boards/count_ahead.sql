-- Deploy gamekeeper:xp/boards/count_ahead to pg
-- requires: xp/boards/xp_board_counts xp/boards/score_buckets xp/boards/board_tail
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- On each level, the buckets after the score's own within the 64 that the next level counts as one. Each level is a look-up
-- of its own: a join would read all buckets of the board. One plan is as good as another, and making it costs more than the work.
create function xp.count_ahead(board_id text, xp bigint, tail xp.board_tail)
returns bigint
language plpgsql
stable
set plan_cache_mode = force_generic_plan
as $$
declare
  _ahead bigint;
begin
  select coalesce(sum(l.members), 0)::bigint + (
    select count(*) filter (where t.now > count_ahead.xp) - count(*) filter (where t.before > count_ahead.xp)
    from unnest(count_ahead.tail.before, count_ahead.tail.now) as t (before, now)
  )
  into _ahead
  from xp.score_buckets(count_ahead.xp) as b
  cross join lateral (
    select sum(c.members) as members
    from xp.xp_board_counts as c
    where c.board_id = count_ahead.board_id and c.level = b.level and c.bucket > b.bucket and c.bucket <= (b.bucket | 63)
  ) as l;
  return _ahead;
end
$$;
comment on function xp.count_ahead(text, bigint, xp.board_tail) is
  'How many users have more than a score, above 0, on a board. [helper]';
revoke all on function xp.count_ahead(text, bigint, xp.board_tail) from public;
commit;
