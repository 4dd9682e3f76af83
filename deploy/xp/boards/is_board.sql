-- Deploy gamekeeper:xp/boards/is_board to pg
-- requires: xp/boards/board_range xp/boards/oldest_day_board xp/seasons/xp_seasons
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.is_board(season_id text)
returns boolean
language plpgsql
stable
as $$
begin
  if is_board.season_id like 'day:%' and is_board.season_id collate "C" < xp.oldest_day_board() then
    return false;
  end if;
  return xp.board_range(is_board.season_id) is not null
    or exists (select from xp.xp_seasons as s where s.season_id = is_board.season_id);
end
$$;
comment on function xp.is_board(text) is 'Whether there is a board of that name: of a season, or of a period as xp.board_range knows it, of days those that xp.day_boards_kept keeps. [helper]';
revoke all on function xp.is_board(text) from public;
commit;
