-- Deploy gamekeeper:xp/boards/user_rank to pg
-- requires: xp/boards/require_board xp/boards/count_ahead xp/boards/board_scores_of xp/users/board_account
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.user_rank(season_id text, user_id bigint default null)
returns table (rank bigint, xp bigint)
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
declare
  _user_id constant bigint := xp.board_account(user_rank.user_id);
  _tail constant xp.board_tail := xp.require_board(user_rank.season_id);
  _xp bigint;
  _is_listed boolean;
begin
  select s.xp, s.is_listed into _xp, _is_listed from xp.board_scores_of(user_rank.season_id, _tail, array[_user_id]) as s;
  return query select case when _is_listed then 1 + xp.count_ahead(user_rank.season_id, _xp, _tail) end, coalesce(_xp, 0);
end
$$;
comment on function xp.user_rank(text, bigint) is
  'The caller''s rank on a board (1 is best, equals have equal rank, null: not on it, or hidden) and XP there; for the service, anybody''s. '
  'season_id is as in xp.leaderboard. Exact, and as quick among a million as among a thousand. '
  'Raises: UNAUTHENTICATED, ACCOUNT_CLOSED, NOT_REGISTERED, FORBIDDEN, NOT_FOUND. [client]';
revoke all on function xp.user_rank(text, bigint) from public;
grant execute on function xp.user_rank(text, bigint) to authenticated, service_role;
commit;
