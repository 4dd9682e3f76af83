-- Deploy gamekeeper:xp/books/count_differences to pg
-- requires: xp/boards/score_buckets xp/boards/oldest_day_board xp/boards/xp_board_scores xp/boards/xp_board_counts
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Planned for the board that it is asked about, as xp.differences.
create function xp.count_differences(of_board text default null)
returns table (board_id text, level integer, bucket bigint, expected bigint, actual bigint)
language plpgsql
stable
set plan_cache_mode = force_custom_plan
as $$
declare
  _oldest constant text collate "C" := xp.oldest_day_board();
begin
  return query
  select d.board_id, d.level, d.bucket, d.expected, d.actual
  from (
    select
      coalesce(t.board_id, c.board_id) as board_id, coalesce(t.level, c.level) as level, coalesce(t.bucket, c.bucket) as bucket,
      coalesce(t.members, 0) as expected, coalesce(c.members, 0)::bigint as actual
    from (
      select s.board_id, b.level, b.bucket, count(*) as members
      from xp.xp_board_scores as s
      cross join lateral xp.score_buckets(s.xp) as b
      where count_differences.of_board is null or s.board_id = count_differences.of_board
      group by s.board_id, b.level, b.bucket
    ) as t
    full join (
      select n.board_id, n.level, n.bucket, n.members
      from xp.xp_board_counts as n
      where count_differences.of_board is null or n.board_id = count_differences.of_board
    ) as c on c.board_id = t.board_id and c.level = t.level and c.bucket = t.bucket
  ) as d
  where d.expected <> d.actual and not (d.board_id >= 'day:' and d.board_id < _oldest);
end
$$;
comment on function xp.count_differences(text) is
  'Where what counts the ranks of a board (null: of all) differs from its scores; 0: no count. Boards of days that upkeep removes are left out. [helper]';
revoke all on function xp.count_differences(text) from public;
commit;
