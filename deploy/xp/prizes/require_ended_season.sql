-- Deploy gamekeeper:xp/prizes/require_ended_season to pg
-- requires: xp/seasons/xp_seasons xp/boards/xp_roll_up core/keys/wall_clock core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A claim that began in the season may commit late: so the boards must have seen every transaction end that ran when the season
-- could be closed.
create function xp.require_ended_season(season xp.xp_seasons)
returns void
language plpgsql
volatile
as $$
declare
  -- The last reward day begins a day late at most, in a zone half a day behind UTC, and lasts a day.
  _margin constant integer := 3;
  _ends_at constant timestamptz := ((require_ended_season.season).ends_on + _margin)::timestamp at time zone interval '00:00';
begin
  if core.wall_clock() < _ends_at or (select r.settled_at from xp.xp_roll_up as r where r.task = 'xp.boards') < _ends_at then
    perform core.raise('STATE_ERROR', jsonb_build_object(
      'state', case when core.wall_clock() < _ends_at then 'Running' else 'Ending' end, 'expected', array['Ended']
    ));
  end if;
end
$$;
comment on function xp.require_ended_season(xp.xp_seasons) is
  'Passes when nothing of a season can be claimed any more, anywhere. Raises: STATE_ERROR. [helper]';
revoke all on function xp.require_ended_season(xp.xp_seasons) from public;
commit;
