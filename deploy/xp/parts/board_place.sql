-- Deploy gamekeeper:xp/parts/board_place to pg
-- requires: xp/parts/board_part xp/boards/require_board xp/boards/board_scores_of xp/users/board_account xp/users/xp_profiles
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.board_place(season_id text, user_id bigint default null)
returns xp.board_part
language plpgsql
stable
as $$
declare
  _user_id constant bigint := xp.board_account(board_place.user_id);
  _tail constant xp.board_tail := xp.require_board(board_place.season_id);
  _place xp.board_part;
begin
  select p.user_id, p.public_id, p.handle, s.xp, coalesce(s.is_listed, false)
  into _place
  from xp.xp_profiles as p
  left join xp.board_scores_of(board_place.season_id, _tail, array[_user_id]) as s on s.user_id = p.user_id
  where p.user_id = _user_id;
  return _place;
end
$$;
comment on function xp.board_place(text, bigint) is
  'What xp.user_rank and xp.around_me begin with, asked where the account lives: the caller''s entry of a board, for the service anybody''s. '
  'Raises: UNAUTHENTICATED, ACCOUNT_CLOSED, NOT_REGISTERED, FORBIDDEN, NOT_FOUND. [helper]';
revoke all on function xp.board_place(text, bigint) from public;
commit;
