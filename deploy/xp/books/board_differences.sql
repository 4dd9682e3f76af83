-- Deploy gamekeeper:xp/books/board_differences to pg
-- requires: xp/boards/board_entries xp/boards/score_buckets xp/boards/oldest_day_board xp/boards/xp_board_scores xp/boards/xp_board_counts xp/boards/xp_roll_up
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.board_differences()
returns table (kind text, user_id bigint, expected jsonb, actual jsonb)
language sql
stable
set search_path = pg_temp
as $$
  with days as (
    select xp.oldest_day_board() collate "C" as oldest
  ), entries as (
    select e.user_id, e.board_id collate "C" as board_id, e.xp
    from xp.xp_roll_up as r
    cross join lateral xp.board_entries(-1, r.rolled_to) as e
    where r.task = 'xp.boards'
  ), scores as (
    select s.user_id, s.board_id, s.xp
    from xp.xp_board_scores as s
    cross join days as d
    where s.board_id not between 'day:' and d.oldest or s.board_id = d.oldest
  )
  select 'board', coalesce(e.user_id, s.user_id), jsonb_build_object(coalesce(e.board_id, s.board_id), e.xp), jsonb_build_object(coalesce(e.board_id, s.board_id), s.xp)
  from (
    select n.* from entries as n cross join days as d where n.board_id not between 'day:' and d.oldest or n.board_id = d.oldest
  ) as e
  full join scores as s on s.user_id = e.user_id and s.board_id = e.board_id
  where coalesce(e.xp, 0) <> coalesce(s.xp, 0)
  union all
  select
    'board_count', null, jsonb_build_object('board_id', coalesce(t.board_id, c.board_id), 'level', coalesce(t.level, c.level), 'bucket', coalesce(t.bucket, c.bucket), 'members', t.members),
    jsonb_build_object('board_id', coalesce(t.board_id, c.board_id), 'level', coalesce(t.level, c.level), 'bucket', coalesce(t.bucket, c.bucket), 'members', c.members)
  from (
    select s.board_id, b.level, b.bucket, count(*) as members
    from scores as s
    cross join lateral xp.score_buckets(s.xp) as b
    group by s.board_id, b.level, b.bucket
  ) as t
  full join (
    select n.board_id, n.level, n.bucket, n.members
    from xp.xp_board_counts as n
    cross join days as d
    where n.board_id not between 'day:' and d.oldest or n.board_id = d.oldest
  ) as c on c.board_id = t.board_id and c.level = t.level and c.bucket = t.bucket
  where t.members is distinct from c.members
$$;
comment on function xp.board_differences() is
  'Where boards and what counts their ranks differ from the ledger, up to the entry that upkeep has come to. Reads everything. [helper]';
revoke all on function xp.board_differences() from public;
commit;
