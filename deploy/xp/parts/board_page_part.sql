-- Deploy gamekeeper:xp/parts/board_page_part to pg
-- requires: xp/parts/board_part xp/boards/require_board xp/boards/xp_board_scores xp/users/xp_profiles core/shards/require_map core/errors/check_page_size
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.board_page_part(
  map_version integer, season_id text, from_xp bigint, from_user_id bigint, page_size integer, is_upward boolean default false
)
returns setof xp.board_part
language plpgsql
stable
as $$
declare
  _tail xp.board_tail;
  _size integer;
begin
  perform core.require_map(board_page_part.map_version);
  _tail := xp.require_board(board_page_part.season_id);
  _size := core.check_page_size(board_page_part.page_size);
  if board_page_part.is_upward then
    return query
      select p.user_id, p.public_id, p.handle, a.xp, true
      from (
        (
          select s.xp, s.user_id
          from xp.xp_board_scores as s
          where s.board_id = board_page_part.season_id and s.xp > 0
            and (s.xp, s.user_id) >= (board_page_part.from_xp, board_page_part.from_user_id) and s.user_id <> all (_tail.user_ids)
          order by s.xp, s.user_id
          limit _size
        )
        union all
        select t.now, t.user_id
        from unnest(_tail.user_ids, _tail.now) as t (user_id, now)
        where t.now > 0 and (t.now, t.user_id) >= (board_page_part.from_xp, board_page_part.from_user_id)
        order by 1, 2
        limit _size
      ) as a
      join xp.xp_profiles as p on p.user_id = a.user_id;
  else
    return query
      select p.user_id, p.public_id, p.handle, a.xp, true
      from (
        (
          select s.xp, s.user_id
          from xp.xp_board_scores as s
          where s.board_id = board_page_part.season_id and s.xp > 0
            and (s.xp, s.user_id) <= (board_page_part.from_xp, board_page_part.from_user_id) and s.user_id <> all (_tail.user_ids)
          order by s.xp desc, s.user_id desc
          limit _size
        )
        union all
        select t.now, t.user_id
        from unnest(_tail.user_ids, _tail.now) as t (user_id, now)
        where t.now > 0 and (t.now, t.user_id) <= (board_page_part.from_xp, board_page_part.from_user_id)
        order by 1 desc, 2 desc
        limit _size
      ) as a
      join xp.xp_profiles as p on p.user_id = a.user_id;
  end if;
end
$$;
comment on function xp.board_page_part(integer, text, bigint, bigint, integer, boolean) is
  'Entries of a board that live on this server, in no order: the next ones from a place on, or upward from it, up to 1000 with the place itself. The '
  'page of all servers is made of such pages. Raises: UNAUTHENTICATED, ACCOUNT_CLOSED, NOT_FOUND, INVALID_INPUT, RETRY_LATER. [helper]';
revoke all on function xp.board_page_part(integer, text, bigint, bigint, integer, boolean) from public;
commit;
