-- Deploy gamekeeper:xp/seasons/season_before to pg
-- requires: xp/seasons/xp_seasons
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.season_before(day date, kind text)
returns xp.xp_seasons
language plpgsql
stable
parallel safe
as $$
declare
  _season xp.xp_seasons;
begin
  select s.* into _season
  from xp.xp_seasons as s
  where s.kind = season_before.kind and s.starts_on <= season_before.day
  order by s.starts_on desc
  limit 1;
  return _season;
end
$$;
comment on function xp.season_before(date, text) is
  'The season of a kind of a reward day, or else the last one that ended before it; null where there was none. [helper]';
revoke all on function xp.season_before(date, text) from public;
commit;
