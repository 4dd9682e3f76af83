-- Deploy gamekeeper:xp/seasons/extend_season to pg
-- requires: xp/seasons/xp_seasons xp/seasons/guard_season xp/errors core/callers/require_operator core/keys/utc core/keys/wall_clock core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- On the last day it is the day after somewhere, and claims there have been counted as out of season.
create function xp.extend_season(season_id text, ends_on date)
returns xp.xp_seasons
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _season xp.xp_seasons;
begin
  perform core.require_operator();
  select s.* into _season from xp.xp_seasons as s where s.season_id = extend_season.season_id for no key update;
  if not found then
    perform core.raise('NOT_FOUND', jsonb_build_object('seasonId', extend_season.season_id));
  end if;
  if extend_season.ends_on = _season.ends_on then
    return _season;
  end if;
  if extend_season.ends_on is null or extend_season.ends_on < _season.ends_on or extend_season.ends_on > '9999-12-31' then
    perform core.raise('INVALID_INPUT', '{"field": "ends_on", "problem": "must be after the present end, in the years up to 9999"}');
  end if;
  if core.utc(core.wall_clock())::date >= _season.ends_on then
    perform core.raise('STATE_ERROR', '{"state": "Ending", "expected": ["Announced", "Running"]}');
  end if;
  begin
    update xp.xp_seasons as s
    set ends_on = extend_season.ends_on
    where s.season_id = _season.season_id
    returning s.* into _season;
  exception when exclusion_violation then
    perform core.raise('SEASON_EXISTS', jsonb_build_object('seasonId', extend_season.season_id));
  end;
  return _season;
end
$$;
comment on function xp.extend_season(text, date) is
  'For operators: lets a season end later; the same end again is answered with the season as it is. Refused from the last day '
  'on, which is the day after somewhere (STATE_ERROR), and over days of another season of its kind. '
  'Raises: FORBIDDEN, NOT_FOUND, INVALID_INPUT, STATE_ERROR, SEASON_EXISTS. [operator] [repeat: natural]';
revoke all on function xp.extend_season(text, date) from public;
grant execute on function xp.extend_season(text, date) to authenticated, service_role;
commit;
