-- Deploy gamekeeper:xp/seasons/create_season to pg
-- requires: xp/seasons/xp_seasons xp/seasons/prize_problems xp/errors core/callers/require_operator core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.create_season(season_id text, starts_on date, ends_on date, kind text default 'main', prizes jsonb default '[]')
returns xp.xp_seasons
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _problems jsonb;
  _season xp.xp_seasons;
begin
  perform core.require_operator();
  if coalesce(length(create_season.season_id), 0) not between 1 and 100 then
    perform core.raise('INVALID_INPUT', '{"field": "season_id", "problem": "must have from 1 to 100 characters"}');
  end if;
  if create_season.season_id ~ '^(all$|(day|week|month):)' then
    perform core.raise('INVALID_INPUT', '{"field": "season_id", "problem": "must not be all, nor begin with day:, week: or month:, which are other boards"}');
  end if;
  if create_season.starts_on is null or create_season.ends_on is null or create_season.ends_on < create_season.starts_on then
    perform core.raise('INVALID_INPUT', '{"field": "ends_on", "problem": "must not be before starts_on"}');
  end if;
  if create_season.starts_on < '0001-01-01' or create_season.ends_on > '9999-12-31' then
    perform core.raise('INVALID_INPUT', '{"field": "starts_on", "problem": "and ends_on must be in the years 1 to 9999"}');
  end if;
  if coalesce(create_season.kind, '') !~ '^[a-z][a-z0-9_-]{0,39}$' then
    perform core.raise('INVALID_INPUT', '{"field": "kind", "problem": "must have up to 40 of a-z, 0-9, _ and -, beginning with a letter"}');
  end if;
  select jsonb_agg(jsonb_build_object('path', p.path, 'message', p.message)) into _problems from xp.prize_problems(create_season.prizes) as p;
  if _problems is not null then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', 'prizes', 'problems', _problems));
  end if;
  insert into xp.xp_seasons (season_id, starts_on, ends_on, kind, prizes)
  values (create_season.season_id, create_season.starts_on, create_season.ends_on, create_season.kind, create_season.prizes)
  on conflict do nothing
  returning * into _season;
  if not found then
    select s.* into _season
    from xp.xp_seasons as s
    where s.season_id = create_season.season_id and s.starts_on = create_season.starts_on and s.ends_on = create_season.ends_on
      and s.kind = create_season.kind and s.prizes = create_season.prizes;
  end if;
  if not found then
    perform core.raise('SEASON_EXISTS', jsonb_build_object('seasonId', create_season.season_id));
  end if;
  return _season;
end
$$;
comment on function xp.create_season(text, date, date, text, jsonb) is
  'For operators: announces a season from its first to its last reward day. Seasons of one kind do not overlap; main, the default, is '
  'the one that balances show. prizes say what ranks are worth when it is closed: [{"fromRank": 1, "toRank": 3, "xp": 1000}], best rank '
  'first. A season changes only by xp.extend_season; the same season again is answered with the one there is. '
  'Raises: FORBIDDEN, INVALID_INPUT, SEASON_EXISTS. [operator] [repeat: natural]';
revoke all on function xp.create_season(text, date, date, text, jsonb) from public;
grant execute on function xp.create_season(text, date, date, text, jsonb) to authenticated, service_role;
commit;
