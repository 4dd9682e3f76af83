-- Deploy gamekeeper:xp/boards/upkeep_boards to pg
-- requires: xp/boards/settled_span xp/boards/xp_board_scores xp/boards/xp_board_counts xp/boards/board_entries xp/boards/score_buckets xp/ledger/xp_ledger core/upkeep/upkeep_tasks core/upkeep/batch_of
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Scores, counts and mark change in one transaction: whoever reads sees all of it or nothing.
create function xp.upkeep_boards()
returns bigint
language plpgsql
volatile
as $$
declare
  _span record;
  _empty jsonb;
begin
  select s.* into _span from xp.settled_span('xp.boards', 'xp.xp_ledger_ledger_id_seq', core.batch_of('xp.boards')) as s;
  if _span.up_to > _span.above then
    with added as (
      select e.* from xp.board_entries(_span.above, _span.up_to) as e
    ), written as (
      insert into xp.xp_board_scores as s (user_id, board_id, xp)
      select a.user_id, a.board_id, a.xp from added as a
      on conflict on constraint xp_board_scores_pkey do update set xp = s.xp + excluded.xp
      returning s.user_id, s.board_id, s.xp
    ), counted as (
      insert into xp.xp_board_counts as c (board_id, level, bucket, members)
      select w.board_id, b.level, b.bucket, sum(v.members)
      from written as w
      join added as a on a.user_id = w.user_id and a.board_id = w.board_id
      cross join lateral (values (w.xp, 1), (w.xp - a.xp, -1)) as v (xp, members)
      cross join lateral xp.score_buckets(v.xp) as b
      group by w.board_id, b.level, b.bucket
      having sum(v.members) <> 0
      on conflict on constraint xp_board_counts_pkey do update set members = c.members + excluded.members
      returning c.board_id, c.level, c.bucket, c.members
    )
    select jsonb_agg(jsonb_build_object('board_id', c.board_id, 'level', c.level, 'bucket', c.bucket))
    into _empty
    from counted as c
    where c.members = 0;
    delete from xp.xp_board_counts as c
    using jsonb_to_recordset(_empty) as e (board_id text, level integer, bucket bigint)
    where c.board_id = e.board_id and c.level = e.level and c.bucket = e.bucket;
  end if;
  return _span.up_to - _span.above;
end
$$;
comment on function xp.upkeep_boards() is
  'Upkeep: adds settled entries of the ledger to the boards, each once. Returns how many entry numbers it settled. [helper]';
revoke all on function xp.upkeep_boards() from public;
insert into core.upkeep_tasks (task, function, meaning, batch) values
  ('xp.boards', 'xp.upkeep_boards()', 'Adds the ledger to the boards, so that ranks stay quick.', 50000);
commit;
