-- Deploy gamekeeper:xp/boards/add_to_boards to pg
-- requires: xp/boards/xp_board_scores xp/boards/xp_board_counts xp/boards/score_buckets
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.add_to_boards(user_ids bigint[], board_ids text[], xp bigint[])
returns void
language plpgsql
volatile
as $$
declare
  _empty jsonb;
begin
  with added as (
    select a.user_id, a.board_id, a.xp
    from unnest(add_to_boards.user_ids, add_to_boards.board_ids, add_to_boards.xp) as a (user_id, board_id, xp)
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
    order by w.board_id, b.level, b.bucket
    on conflict on constraint xp_board_counts_pkey do update set members = c.members + excluded.members
    returning c.board_id, c.level, c.bucket, c.members
  )
  select jsonb_agg(jsonb_build_object('board_id', c.board_id, 'level', c.level, 'bucket', c.bucket))
  into _empty
  from counted as c
  where c.members = 0;
  if _empty is not null then
    delete from xp.xp_board_counts as c
    using jsonb_to_recordset(_empty) as e (board_id text, level integer, bucket bigint)
    where c.board_id = e.board_id and c.level = e.level and c.bucket = e.bucket;
  end if;
end
$$;
comment on function xp.add_to_boards(bigint[], text[], bigint[]) is
  'Adds to the scores of accounts on boards, each pair at most one time, and to what counts them. Called under the lock of the mark. [helper]';
revoke all on function xp.add_to_boards(bigint[], text[], bigint[]) from public;
commit;
