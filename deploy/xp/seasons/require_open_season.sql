-- Deploy gamekeeper:xp/seasons/require_open_season to pg
-- requires: xp/seasons/xp_season_closings xp/seasons/xp_frozen_seasons core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Locks the season's row until the transaction ends, so that a change of its board comes wholly before the closing, or is refused.
create function xp.require_open_season(season_id text)
returns void
language plpgsql
volatile
as $$
begin
  perform from xp.xp_seasons as s where s.season_id = require_open_season.season_id for share;
  perform from xp.xp_season_closings as c where c.season_id = require_open_season.season_id;
  if not found then
    perform from xp.xp_frozen_seasons as f where f.season_id = require_open_season.season_id;
  end if;
  if found then
    perform core.raise('STATE_ERROR', '{"state": "Closed", "expected": ["Announced", "Running", "Ended"]}');
  end if;
end
$$;
comment on function xp.require_open_season(text) is
  'Asks before a change of a season''s board whether it was closed, or is being closed over several servers; other boards never are. Raises: STATE_ERROR. [helper]';
revoke all on function xp.require_open_season(text) from public;
commit;
