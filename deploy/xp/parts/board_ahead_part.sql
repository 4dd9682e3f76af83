-- Deploy gamekeeper:xp/parts/board_ahead_part to pg
-- requires: xp/boards/require_board xp/boards/count_ahead core/shards/require_map
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.board_ahead_part(map_version integer, season_id text, scores bigint[])
returns setof bigint[]
language plpgsql
stable
as $$
declare
  _tail xp.board_tail;
begin
  perform core.require_map(board_ahead_part.map_version);
  _tail := xp.require_board(board_ahead_part.season_id);
  return query
    select coalesce(array_agg(xp.count_ahead(board_ahead_part.season_id, s.xp, _tail) order by s.place), '{}')
    from unnest(board_ahead_part.scores) with ordinality as s (xp, place);
end
$$;
comment on function xp.board_ahead_part(integer, text, bigint[]) is
  'How many accounts of this server have more than each of these scores on a board: one row, which adds up over all servers. '
  'Raises: UNAUTHENTICATED, ACCOUNT_CLOSED, NOT_FOUND, RETRY_LATER. [helper]';
revoke all on function xp.board_ahead_part(integer, text, bigint[]) from public;
commit;
