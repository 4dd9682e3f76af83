-- Deploy gamekeeper:xp/boards/rebuild_boards to pg
-- requires: xp/boards/upkeep_boards core/callers/require_service
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- From the lock on no entry is being written, so all of them are settled.
create function xp.rebuild_boards()
returns bigint
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _last bigint;
  _rows bigint;
begin
  perform core.require_service();
  lock table xp.xp_ledger in share row exclusive mode;
  lock table xp.xp_roll_up, xp.xp_board_scores, xp.xp_board_counts in exclusive mode;
  select coalesce(max(l.ledger_id), 0) into _last from xp.xp_ledger as l;
  delete from xp.xp_board_counts;
  with boards as (
    select e.* from xp.board_entries(-1, _last) as e
  ), removed as (
    delete from xp.xp_board_scores as s
    where not exists (select from boards as b where b.user_id = s.user_id and b.board_id = s.board_id)
    returning 1
  ), written as (
    insert into xp.xp_board_scores as s (user_id, board_id, xp)
    select b.user_id, b.board_id, b.xp from boards as b
    on conflict on constraint xp_board_scores_pkey do update set xp = excluded.xp where s.xp <> excluded.xp
    returning 1
  ), counted as (
    insert into xp.xp_board_counts (board_id, level, bucket, members)
    select s.board_id, b.level, b.bucket, count(*)
    from boards as s
    cross join lateral xp.score_buckets(s.xp) as b
    group by s.board_id, b.level, b.bucket
  )
  select (select count(*) from removed) + (select count(*) from written) into _rows;
  update xp.xp_roll_up as r set rolled_to = _last, seen_to = _last, rolled_at = core.now_utc() where r.task = 'xp.boards';
  return _rows;
end
$$;
comment on function xp.rebuild_boards() is
  'For the service: writes all boards anew from the ledger; returns how many scores it wrote or removed, those that upkeep had '
  'not added yet among them. Claims wait meanwhile. Raises: FORBIDDEN. [service] [repeat: natural]';
revoke all on function xp.rebuild_boards() from public;
grant execute on function xp.rebuild_boards() to service_role;
commit;
