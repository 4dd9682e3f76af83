-- Deploy gamekeeper:xp/seasons/seasons_on to pg
-- requires: xp/seasons/xp_seasons
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.seasons_on(day date)
returns table (main_id text, side_ids text[])
language sql
stable
parallel safe
begin atomic
  select
    (select s.season_id from xp.xp_seasons as s where s.kind = 'main' and seasons_on.day between s.starts_on and s.ends_on),
    nullif(array(
      select s.season_id
      from xp.xp_seasons as s
      where s.kind <> 'main' and seasons_on.day between s.starts_on and s.ends_on
      order by s.season_id
    ), '{}');
end;
comment on function xp.seasons_on(date) is
  'The seasons that XP of a day count for: the one of kind main and those beside it; null where there are none. [helper]';
revoke all on function xp.seasons_on(date) from public;
commit;
