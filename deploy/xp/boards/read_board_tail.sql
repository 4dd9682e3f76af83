-- Deploy gamekeeper:xp/boards/read_board_tail to pg
-- requires: xp/boards/board_tail xp/boards/board_range xp/boards/xp_roll_up xp/boards/xp_board_scores xp/ledger/xp_ledger xp/ledger/earned xp/ledger/counted_seasons xp/seasons/xp_hidden_entries xp/users/left_users
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- How few entries came since is not known to the planner: without the settings it may read the whole ledger, and it spends more
-- on plans than on the work, for each call looks worth one of its own.
create function xp.read_board_tail(board_id text)
returns xp.board_tail
language plpgsql
stable
set enable_seqscan = off
set jit = off
set plan_cache_mode = force_generic_plan
as $$
declare
  _range constant tstzrange := xp.board_range(read_board_tail.board_id);
  _rolled_to constant bigint := (select r.rolled_to from xp.xp_roll_up as r where r.task = 'xp.boards');
  _user_ids bigint[];
  _added bigint[];
  _tail xp.board_tail;
begin
  if _range is null then
    select array_agg(t.user_id), array_agg(t.xp)
    into _user_ids, _added
    from (
      select l.user_id, sum(c.xp)::bigint as xp
      from xp.xp_ledger as l
      cross join lateral xp.counted_seasons(l.amount, l.season_id, l.corrected_season, l.side_seasons, l.corrected_sides) as c
      where l.ledger_id > _rolled_to and c.season_id = read_board_tail.board_id
      group by l.user_id
    ) as t;
  else
    select array_agg(t.user_id), array_agg(t.xp)
    into _user_ids, _added
    from (
      select l.user_id, sum(xp.earned(l.amount, l.corrected_lifetime))::bigint as xp
      from xp.xp_ledger as l
      where l.ledger_id > _rolled_to and l.created_at <@ _range and (l.reason <> 'MERGE' or read_board_tail.board_id = 'all')
      group by l.user_id
    ) as t;
  end if;
  select
    coalesce(array_agg(t.user_id), '{}'), coalesce(array_agg(coalesce(s.xp, 0)), '{}'),
    coalesce(array_agg(case when t.is_hidden or t.is_left then 0 else coalesce(s.xp, 0) + t.xp end), '{}'),
    coalesce(array_agg(case when t.is_left then 0 else coalesce(s.xp, 0) + t.xp end), '{}')
  into _tail
  from (
    select a.user_id, sum(a.xp)::bigint as xp, bool_or(a.is_hidden) as is_hidden, bool_or(a.is_left) as is_left
    from (
      select u.user_id, u.xp, false, false from unnest(_user_ids, _added) as u (user_id, xp)
      union all
      select h.user_id, 0, true, false from xp.xp_hidden_entries as h where h.season_id = read_board_tail.board_id
      union all
      select l.user_id, 0, false, true from xp.left_users() as l
    ) as a (user_id, xp, is_hidden, is_left)
    group by a.user_id
  ) as t
  left join xp.xp_board_scores as s on s.user_id = t.user_id and s.board_id = read_board_tail.board_id
  where s.user_id is not null or not t.is_left;
  return _tail;
end
$$;
comment on function xp.read_board_tail(text) is
  'What the entries of the ledger that upkeep has not added yet, hidden entries and accounts of another server (xp.left_users) change on a board. With xp.xp_board_scores and '
  'xp.xp_board_counts of the same snapshot it is exact. [helper]';
revoke all on function xp.read_board_tail(text) from public;
commit;
