-- Deploy gamekeeper:xp/boards/require_board to pg
-- requires: xp/boards/is_board xp/boards/read_board_tail core/callers/require_user core/callers/is_service core/shards/raise_unknown_definition
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.require_board(season_id text)
returns xp.board_tail
language plpgsql
stable
as $$
begin
  if not core.is_service() then
    perform core.require_user();
  end if;
  if not xp.is_board(require_board.season_id) then
    perform core.raise_unknown_definition(jsonb_build_object('seasonId', require_board.season_id));
  end if;
  return xp.read_board_tail(require_board.season_id);
end
$$;
comment on function xp.require_board(text) is
  'Asks who is calling, a user or the service, and for a board: a season, or a period. '
  'Returns what upkeep has not added to it. Raises: UNAUTHENTICATED, ACCOUNT_CLOSED, NOT_FOUND. [helper]';
revoke all on function xp.require_board(text) from public;
commit;
