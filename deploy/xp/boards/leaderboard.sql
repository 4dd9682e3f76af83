-- Deploy gamekeeper:xp/boards/leaderboard to pg
-- requires: xp/boards/require_board xp/boards/board_page xp/boards/parse_entry xp/users/xp_profiles core/errors/check_page_size core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.leaderboard(season_id text, page_size integer default 100, after jsonb default null)
returns setof xp.board_entry
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
declare
  _tail constant xp.board_tail := xp.require_board(leaderboard.season_id);
  _size constant integer := core.check_page_size(leaderboard.page_size);
  _last xp.board_entry;
  _xp bigint := 9223372036854775807;
  _user_id bigint := 9223372036854775807;
begin
  if leaderboard.after is not null then
    _last := xp.parse_entry(leaderboard.after);
    _xp := _last.xp;
    _user_id := (select p.user_id - 1 from xp.xp_profiles as p where p.public_id = _last.public_id);
    if _user_id is null or _xp is null then
      perform core.raise('INVALID_INPUT', '{"field": "after", "problem": "must be the last entry of the page before"}');
    end if;
  end if;
  return query
    select e.rank, p.public_id, p.handle, e.xp
    from xp.board_page(leaderboard.season_id, _tail, _xp, _user_id, _size) as e
    join xp.xp_profiles as p on p.user_id = e.user_id
    order by e.xp desc, e.user_id desc;
end
$$;
comment on function xp.leaderboard(text, integer, jsonb) is
  'A page of a board: who earned most, best first, equals with equal rank, from 1 to 1000 entries. season_id names a season or, '
  'in UTC, day:2026-11-25, week:2026-W48, month:2026-11 or all. after is the last entry of the page before, as it came. '
  'Raises: UNAUTHENTICATED, ACCOUNT_CLOSED, NOT_FOUND, INVALID_INPUT. [client]';
revoke all on function xp.leaderboard(text, integer, jsonb) from public;
grant execute on function xp.leaderboard(text, integer, jsonb) to authenticated, service_role;
commit;
