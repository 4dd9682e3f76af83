-- Deploy gamekeeper:xp/books/recount_board to pg
-- requires: xp/books/count_differences xp/boards/xp_board_scores xp/boards/xp_board_counts xp/boards/xp_roll_up core/callers/require_service
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Where counts differ, upkeep waits at its mark, as in xp.rebuild_scores.
create function xp.recount_board(after_board_id text default null)
returns text
language plpgsql
volatile
security definer
set search_path = pg_temp
set jit = off
as $$
declare
  _after constant text collate "C" := coalesce(recount_board.after_board_id, '');
  _board_id text;
begin
  perform core.require_service();
  _board_id := least(
    (select min(s.board_id) from xp.xp_board_scores as s where s.board_id > _after),
    (select min(c.board_id) from xp.xp_board_counts as c where c.board_id > _after)
  );
  if exists (select from xp.count_differences(_board_id) where _board_id is not null) then
    perform from xp.xp_roll_up as r where r.task = 'xp.boards' for update;
    with wrong as materialized (
      select d.* from xp.count_differences(_board_id) as d
    ), removed as (
      delete from xp.xp_board_counts as c
      using wrong as w
      where w.expected = 0 and c.board_id = w.board_id and c.level = w.level and c.bucket = w.bucket
    )
    insert into xp.xp_board_counts (board_id, level, bucket, members)
    select w.board_id, w.level, w.bucket, w.expected from wrong as w where w.expected <> 0
    on conflict on constraint xp_board_counts_pkey do update set members = excluded.members;
  end if;
  return _board_id;
end
$$;
comment on function xp.recount_board(text) is
  'For the service: the other batch of xp.rebuild_boards, one board: the next after this one (null: the first), whose ranks are counted '
  'anew from its scores; returns it, null after the end. No claim waits for it. Raises: FORBIDDEN. [service] [repeat: natural]';
revoke all on function xp.recount_board(text) from public;
grant execute on function xp.recount_board(text) to service_role;
commit;
