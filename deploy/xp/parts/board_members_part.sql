-- Deploy gamekeeper:xp/parts/board_members_part to pg
-- requires: xp/parts/board_part xp/boards/require_board xp/boards/board_scores_of xp/users/xp_profiles core/shards/require_map core/shards/slots core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.board_members_part(map_version integer, season_id text, public_ids uuid[])
returns setof xp.board_part
language plpgsql
stable
as $$
declare
  _most_ids constant integer := 1000;
  _tail xp.board_tail;
  _user_ids bigint[];
begin
  perform core.require_map(board_members_part.map_version);
  _tail := xp.require_board(board_members_part.season_id);
  if coalesce(cardinality(board_members_part.public_ids), 0) not between 1 and _most_ids then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', 'public_ids', 'problem', format('must be 1 to %s', _most_ids)));
  end if;
  select coalesce(array_agg(p.user_id), '{}') into _user_ids
  from xp.xp_profiles as p
  where p.public_id = any (board_members_part.public_ids)
    and not exists (select from core.slots as s where s.slot = p.user_id % 1024 and s.state = 'elsewhere');
  return query
    select p.user_id, p.public_id, p.handle, s.xp, coalesce(s.is_listed, false)
    from xp.xp_profiles as p
    left join xp.board_scores_of(board_members_part.season_id, _tail, _user_ids) as s on s.user_id = p.user_id
    where p.user_id = any (_user_ids);
end
$$;
comment on function xp.board_members_part(integer, text, uuid[]) is
  'Who of these people, up to 1000 public ids, lives on this server, with their entries of a board. '
  'Raises: UNAUTHENTICATED, ACCOUNT_CLOSED, NOT_FOUND, INVALID_INPUT, RETRY_LATER. [helper]';
revoke all on function xp.board_members_part(integer, text, uuid[]) from public;
commit;
