-- Deploy gamekeeper:xp/seasons/lock_season to pg
-- requires: xp/seasons/xp_seasons core/shards/raise_unknown_definition
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.lock_season(season_id text)
returns xp.xp_seasons
language plpgsql
volatile
as $$
declare
  _season xp.xp_seasons;
begin
  select s.* into _season from xp.xp_seasons as s where s.season_id = lock_season.season_id for update;
  if not found then
    perform core.raise_unknown_definition(jsonb_build_object('seasonId', lock_season.season_id));
  end if;
  return _season;
end
$$;
comment on function xp.lock_season(text) is
  'The season, locked against whoever closes it or changes its board. Raises: NOT_FOUND, RETRY_LATER. [helper]';
revoke all on function xp.lock_season(text) from public;
commit;
