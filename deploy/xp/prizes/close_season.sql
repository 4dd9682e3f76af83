-- Deploy gamekeeper:xp/prizes/close_season to pg
-- requires: xp/prizes/upkeep_prizes xp/prizes/prize_account xp/seasons/require_open_season xp/seasons/xp_season_xp xp/seasons/xp_hidden_entries xp/boards/xp_roll_up core/callers/actor core/callers/require_operator core/keys/wall_clock core/errors/raise core/shards/slots core/shards/raise_unknown_definition
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Two callers wait for each other at the season's row, and so does whoever corrects or hides an entry of it. A claim that began
-- in the season may commit late: so the boards must have seen every transaction end that ran when the season could be closed.
create function xp.close_season(season_id text)
returns xp.xp_season_closings
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  -- The last reward day begins a day late at most, in a zone half a day behind UTC, and lasts a day.
  _margin constant integer := 3;
  _season xp.xp_seasons;
  _closing xp.xp_season_closings;
  _ends_at timestamptz;
begin
  perform core.require_operator();
  select s.* into _season from xp.xp_seasons as s where s.season_id = close_season.season_id for update;
  if not found then
    perform core.raise_unknown_definition(jsonb_build_object('seasonId', close_season.season_id));
  end if;
  select c.* into _closing from xp.xp_season_closings as c where c.season_id = _season.season_id;
  if found then
    return _closing;
  end if;
  -- Ranks are those of everybody, and each server knows its own people: each would pay a first prize.
  if _season.prizes <> '[]' and exists (select from core.slots as s where s.state = 'elsewhere') then
    perform core.raise('STATE_ERROR', '{"state": "Sharded", "expected": ["Ended"]}');
  end if;
  _ends_at := (_season.ends_on + _margin)::timestamp at time zone interval '00:00';
  if core.wall_clock() < _ends_at or (select r.settled_at from xp.xp_roll_up as r where r.task = 'xp.boards') < _ends_at then
    perform core.raise('STATE_ERROR', jsonb_build_object(
      'state', case when core.wall_clock() < _ends_at then 'Running' else 'Ending' end, 'expected', array['Ended']
    ));
  end if;
  with ranked as (
    select s.user_id, rank() over (order by s.xp desc) as rank
    from xp.xp_season_xp as s
    where s.season_id = _season.season_id and s.xp > 0
      and not exists (select from xp.xp_hidden_entries as h where h.user_id = s.user_id and h.season_id = s.season_id)
  ), won as (
    select distinct on (a.user_id) a.user_id, r.rank, p.xp
    from ranked as r
    join jsonb_to_recordset(_season.prizes) as p ("fromRank" bigint, "toRank" bigint, xp bigint)
      on r.rank between p."fromRank" and p."toRank"
    cross join lateral xp.prize_account(r.user_id) as a (user_id)
    where a.user_id is not null
    order by a.user_id, r.rank
  ), closed as (
    insert into xp.xp_season_closings (season_id, closed_at, prizes, xp, actor)
    select _season.season_id, core.wall_clock(), count(*), coalesce(sum(w.xp), 0), core.actor()
    from won as w
    returning *
  ), given as (
    insert into xp.xp_prizes (user_id, season_id, rank, xp)
    select w.user_id, c.season_id, w.rank, w.xp
    from won as w
    cross join closed as c
  )
  select c.* into _closing from closed as c;
  perform xp.upkeep_prizes();
  return _closing;
end
$$;
comment on function xp.close_season(text) is
  'For operators: closes a season that is over everywhere, three days after its last reward day, and gives the prizes of its ranks; '
  'equals all get the better one, hidden entries and erased people nothing. A thousand are paid at once, in no season, the others by '
  'upkeep. Its board does not change any more. The same season again is answered with its closing. Refused before (STATE_ERROR, '
  'Running), while a transaction runs that may have begun in the season (Ending), and with prizes where people live on several servers (Sharded). '
  'Raises: FORBIDDEN, NOT_FOUND, STATE_ERROR. [operator] [repeat: natural]';
revoke all on function xp.close_season(text) from public;
grant execute on function xp.close_season(text) to authenticated, service_role;
commit;
