-- Deploy gamekeeper:xp/seasons/leaderboard to pg
-- requires: xp/seasons/xp_season_xp xp/seasons/xp_hidden_entries core/errors/check_page_size core/errors/raise core/callers/require_user core/callers/is_service
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.leaderboard(season_id text, page_size integer default 100)
returns table (rank bigint, user_id bigint, xp bigint)
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
begin
  if not core.is_service() then
    perform core.require_user();
  end if;
  if not exists (select from xp.xp_seasons as x where x.season_id = leaderboard.season_id) then
    perform core.raise('NOT_FOUND', jsonb_build_object('seasonId', leaderboard.season_id));
  end if;
  return query
    select rank() over (order by s.xp desc), s.user_id, s.xp
    from (
      select t.user_id, t.xp
      from xp.xp_season_xp as t
      where t.season_id = leaderboard.season_id and t.xp > 0 and not exists (
        select from xp.xp_hidden_entries as h where h.season_id = leaderboard.season_id and h.user_id = t.user_id
      )
      order by t.xp desc, t.user_id
      limit core.check_page_size(leaderboard.page_size)
    ) as s
    order by s.xp desc, s.user_id;
end
$$;
comment on function xp.leaderboard(text, integer) is
  'The users who earned most in a season, best first, equals with equal rank, from 1 to 1000 of them, without those that xp.hide_entry took off. Shows numbers '
  'of accounts, no platform ids. Raises: UNAUTHENTICATED, NOT_FOUND, INVALID_INPUT. [client]';
revoke all on function xp.leaderboard(text, integer) from public;
grant execute on function xp.leaderboard(text, integer) to authenticated, service_role;
commit;
