-- Deploy gamekeeper:xp/seasons/user_rank to pg
-- requires: xp/seasons/xp_season_xp xp/seasons/xp_hidden_entries xp/users/require_account core/callers/require_user core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The plan depends on how many are ahead in this season, and one for all seasons reads every one of them.
create function xp.user_rank(season_id text)
returns table (rank bigint, xp bigint)
language plpgsql
stable
security definer
set search_path = pg_temp
set plan_cache_mode = force_custom_plan
as $$
declare
  _user_id constant bigint := (xp.require_account(core.require_user()::text)).user_id;
  _xp bigint;
begin
  if not exists (select from xp.xp_seasons as x where x.season_id = user_rank.season_id) then
    perform core.raise('NOT_FOUND', jsonb_build_object('seasonId', user_rank.season_id));
  end if;
  select s.xp into _xp
  from xp.xp_season_xp as s
  where s.user_id = _user_id and s.season_id = user_rank.season_id;
  if coalesce(_xp, 0) = 0 then
    return query select null::bigint, 0::bigint;
    return;
  elsif exists (select from xp.xp_hidden_entries as h where h.user_id = _user_id and h.season_id = user_rank.season_id) then
    return query select null::bigint, _xp;
    return;
  end if;
  return query
    select count(*) + 1 - (
      select count(*)
      from xp.xp_hidden_entries as h
      join xp.xp_season_xp as s on s.user_id = h.user_id and s.season_id = h.season_id
      where h.season_id = user_rank.season_id and s.xp > _xp
    ), _xp
    from xp.xp_season_xp as s
    where s.season_id = user_rank.season_id and s.xp > _xp;
end
$$;
comment on function xp.user_rank(text) is
  'The caller''s rank in a season (1 is best, equals have equal rank, null: earned nothing yet, or hidden) and XP in it. Counts '
  'those ahead in the index. Raises: UNAUTHENTICATED, NOT_REGISTERED, NOT_FOUND. [client]';
revoke all on function xp.user_rank(text) from public;
grant execute on function xp.user_rank(text) to authenticated, service_role;
commit;
