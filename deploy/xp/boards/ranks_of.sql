-- Deploy gamekeeper:xp/boards/ranks_of to pg
-- requires: xp/boards/require_board xp/boards/count_ahead xp/boards/board_scores_of xp/boards/board_entry xp/users/xp_profiles core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.ranks_of(season_id text, public_ids uuid[])
returns setof xp.board_entry
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
declare
  _most_ids constant integer := 1000;
  _tail constant xp.board_tail := xp.require_board(ranks_of.season_id);
  _user_ids bigint[];
begin
  if coalesce(cardinality(ranks_of.public_ids), 0) not between 1 and _most_ids then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', 'public_ids', 'problem', format('must be 1 to %s', _most_ids)));
  end if;
  select coalesce(array_agg(p.user_id), '{}') into _user_ids from xp.xp_profiles as p where p.public_id = any (ranks_of.public_ids);
  return query
    select 1 + xp.count_ahead(ranks_of.season_id, s.xp, _tail), p.public_id, p.handle, s.xp
    from xp.board_scores_of(ranks_of.season_id, _tail, _user_ids) as s
    join xp.xp_profiles as p on p.user_id = s.user_id
    where s.is_listed
    order by s.xp desc, s.user_id desc;
end
$$;
comment on function xp.ranks_of(text, uuid[]) is
  'The entries of some people on a board, best first, such as the caller''s friends: up to 1000 public ids. Who is not on the board, '
  'or does not exist, is left out. season_id is as in xp.leaderboard. '
  'Raises: UNAUTHENTICATED, ACCOUNT_CLOSED, NOT_FOUND, INVALID_INPUT. [client]';
revoke all on function xp.ranks_of(text, uuid[]) from public;
grant execute on function xp.ranks_of(text, uuid[]) to authenticated, service_role;
commit;
