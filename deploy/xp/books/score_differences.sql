-- Deploy gamekeeper:xp/books/score_differences to pg
-- requires: xp/boards/board_entries xp/boards/oldest_day_board xp/boards/xp_board_scores xp/boards/xp_roll_up
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Planned for the users that it is asked about, as xp.differences.
create function xp.score_differences(user_ids bigint[] default null)
returns table (user_id bigint, board_id text, expected bigint, actual bigint)
language plpgsql
stable
set plan_cache_mode = force_custom_plan
as $$
declare
  _oldest constant text collate "C" := xp.oldest_day_board();
begin
  return query
  select d.user_id, d.board_id, d.expected, d.actual
  from (
    select
      coalesce(e.user_id, s.user_id) as user_id, coalesce(e.board_id, s.board_id) as board_id,
      coalesce(e.xp, 0) as expected, coalesce(s.xp, 0) as actual
    from (
      select n.user_id, n.board_id collate "C" as board_id, n.xp
      from xp.xp_roll_up as r
      cross join lateral xp.board_entries(-1, r.rolled_to, score_differences.user_ids) as n
      where r.task = 'xp.boards'
    ) as e
    full join (
      select b.user_id, b.board_id, b.xp
      from xp.xp_board_scores as b
      where score_differences.user_ids is null or b.user_id = any (score_differences.user_ids)
    ) as s on s.user_id = e.user_id and s.board_id = e.board_id
  ) as d
  where d.expected <> d.actual and not (d.board_id >= 'day:' and d.board_id < _oldest);
end
$$;
comment on function xp.score_differences(bigint[]) is
  'Where the scores of those users (null: all) on boards differ from the ledger, up to the entry that upkeep has come to; 0: none. Boards of days that upkeep removes are left out. [helper]';
revoke all on function xp.score_differences(bigint[]) from public;
commit;
