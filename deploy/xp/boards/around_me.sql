-- Deploy gamekeeper:xp/boards/around_me to pg
-- requires: xp/boards/require_board xp/boards/board_page xp/boards/board_scores_of xp/boards/board_entry xp/users/xp_profiles xp/users/require_account core/callers/require_user core/errors/check_page_size
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.around_me(season_id text, size integer default 11)
returns setof xp.board_entry
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
declare
  _me constant bigint := (xp.require_account(core.require_user()::text)).user_id;
  _tail constant xp.board_tail := xp.require_board(around_me.season_id);
  _size constant integer := core.check_page_size(around_me.size);
  _xp bigint;
  _from record;
begin
  select s.xp into _xp from xp.board_scores_of(around_me.season_id, _tail, array[_me]) as s where s.is_listed;
  if not found then
    return;
  end if;
  select a.xp, a.user_id
  into _from
  from (
    (
      select s.xp, s.user_id
      from xp.xp_board_scores as s
      where s.board_id = around_me.season_id and s.xp > 0 and (s.xp, s.user_id) >= (_xp, _me)
        and s.user_id <> all (_tail.user_ids)
      order by s.xp, s.user_id
      limit _size
    )
    union all
    select t.now, t.user_id
    from unnest(_tail.user_ids, _tail.now) as t (user_id, now)
    where t.now > 0 and (t.now, t.user_id) >= (_xp, _me)
    order by 1, 2
    limit 1 + (_size - 1) / 2
  ) as a
  order by a.xp desc, a.user_id desc
  limit 1;
  return query
    select e.rank, p.public_id, p.handle, e.xp
    from xp.board_page(around_me.season_id, _tail, _from.xp, _from.user_id, _size) as e
    join xp.xp_profiles as p on p.user_id = e.user_id
    order by e.xp desc, e.user_id desc;
end
$$;
comment on function xp.around_me(text, integer) is
  'The caller''s place on a board among its neighbors: from 1 to 1000 entries, best first, the caller in the middle, or above it '
  'where there are not enough who are better. Nothing where the caller is not on the board. season_id is as in xp.leaderboard. '
  'Raises: UNAUTHENTICATED, ACCOUNT_CLOSED, NOT_REGISTERED, NOT_FOUND, INVALID_INPUT. [client]';
revoke all on function xp.around_me(text, integer) from public;
grant execute on function xp.around_me(text, integer) to authenticated, service_role;
commit;
