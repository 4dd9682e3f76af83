-- Deploy gamekeeper:xp/boards/board_scores_of to pg
-- requires: xp/boards/board_tail xp/boards/xp_board_scores
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One plan is as good as another, and making it costs more than the work.
create function xp.board_scores_of(board_id text, tail xp.board_tail, user_ids bigint[])
returns table (user_id bigint, xp bigint, is_listed boolean)
language plpgsql
stable
set plan_cache_mode = force_generic_plan
as $$
begin
  return query
    select u, coalesce(t.earned, s.xp), coalesce(t.now, s.xp) > 0
    from unnest(board_scores_of.user_ids) as u
    left join xp.xp_board_scores as s on s.user_id = u and s.board_id = board_scores_of.board_id
    left join unnest(board_scores_of.tail.user_ids, board_scores_of.tail.now, board_scores_of.tail.earned) as t (user_id, now, earned) on t.user_id = u
    where coalesce(t.earned, s.xp) > 0;
end
$$;
comment on function xp.board_scores_of(text, xp.board_tail, bigint[]) is
  'The scores of some accounts on a board, for those that have any, and whether they stand on it: a hidden entry does not. [helper]';
revoke all on function xp.board_scores_of(text, xp.board_tail, bigint[]) from public;
commit;
