-- Deploy gamekeeper:xp/prizes/close_season to pg
-- requires: xp/prizes/give_prizes xp/prizes/season_scores xp/prizes/require_ended_season xp/seasons/lock_season xp/seasons/require_open_season xp/seasons/xp_season_closings core/callers/require_operator core/errors/raise core/shards/slots
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Two callers wait for each other at the season's row, and so does whoever corrects or hides an entry of it.
create function xp.close_season(season_id text)
returns xp.xp_season_closings
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _season xp.xp_seasons;
  _closing xp.xp_season_closings;
begin
  perform core.require_operator();
  _season := xp.lock_season(close_season.season_id);
  select c.* into _closing from xp.xp_season_closings as c where c.season_id = _season.season_id;
  if found then
    return _closing;
  end if;
  -- Ranks are those of everybody, and each server knows its own people: each would pay a first prize. The router asks all of them.
  if _season.prizes <> '[]' and exists (select from core.slots as s where s.state = 'elsewhere') then
    perform core.raise('STATE_ERROR', '{"state": "Sharded", "expected": ["Ended"]}');
  end if;
  perform xp.require_ended_season(_season);
  return xp.give_prizes(_season, array(select s from xp.season_scores(_season) as s));
end
$$;
comment on function xp.close_season(text) is
  'For operators: closes a season that is over everywhere, three days after its last reward day, and gives the prizes of its ranks; '
  'equals all get the better one, hidden entries and erased people nothing. A thousand are paid at once, in no season, the others by '
  'upkeep. Its board does not change any more. The same season again is answered with its closing. Refused before (STATE_ERROR, '
  'Running), while a transaction runs that may have begun in the season (Ending), and with prizes where people live on several servers '
  '(Sharded): there the router closes it for all. Raises: FORBIDDEN, NOT_FOUND, STATE_ERROR. [operator] [repeat: natural]';
revoke all on function xp.close_season(text) from public;
grant execute on function xp.close_season(text) to authenticated, service_role;
commit;
