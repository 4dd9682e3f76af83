-- Deploy gamekeeper:xp/prizes/health_seasons to pg
-- requires: xp/seasons/xp_frozen_seasons xp/seasons/xp_season_closings core/upkeep/health_checks core/keys/now_utc core/keys/utc
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.health_seasons()
returns table (ok boolean, detail text, action text)
language sql
stable
set search_path = pg_temp
begin atomic
  select
    count(f.season_id) = 0,
    case
      when count(f.season_id) = 0 then 'no season waits for the rest of its closing'
      else format(
        'being closed, and not paid: %s',
        string_agg(format('%s since %s', f.season_id, to_char(core.utc(f.frozen_at), 'YYYY-MM-DD"T"HH24:MI"Z"')), ', ' order by f.season_id)
      )
    end,
    case when count(f.season_id) = 0 then 'nothing to do' else 'call xp.close_season at the router again, when every shard can be reached' end
  from xp.xp_frozen_seasons as f
  where f.frozen_at <= core.now_utc() - interval '10 minutes'
    and not exists (select from xp.xp_season_closings as c where c.season_id = f.season_id);
end;
comment on function xp.health_seasons() is
  'Health check: no season was frozen ten minutes ago to be closed over several servers, and is not closed; until then no slot moves from here. [helper]';
revoke all on function xp.health_seasons() from public;
insert into core.health_checks (name, function, meaning) values
  ('xp.seasons', 'xp.health_seasons()', 'What has begun to be closed on all shards is closed, and its prizes are given.');
commit;
