-- Deploy gamekeeper:xp/prizes/freeze_season_part to pg
-- requires: xp/prizes/season_scores xp/prizes/require_ended_season xp/seasons/lock_season xp/seasons/xp_frozen_seasons xp/seasons/xp_season_closings core/callers/actor core/callers/require_operator core/errors/raise core/shards/refused_slot core/shards/require_map core/shards/slots
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- While a slot is on its way nothing is frozen, and while a season is frozen and not closed no slot begins its way (the mover looks
-- after it has marked the slot, for which it waits for this lock). So nobody goes from a server that pays later to one that has paid.
create function xp.freeze_season_part(map_version integer, season_id text)
returns setof xp.season_score
language plpgsql
volatile
as $$
declare
  _season xp.xp_seasons;
begin
  perform core.require_operator();
  lock table core.slots in share mode;
  perform core.require_map(freeze_season_part.map_version);
  _season := xp.lock_season(freeze_season_part.season_id);
  if not exists (select from xp.xp_season_closings as c where c.season_id = _season.season_id)
    and not exists (select from xp.xp_frozen_seasons as f where f.season_id = _season.season_id)
  then
    if exists (select from core.slots as s where s.state = 'moving') then
      perform core.raise('RETRY_LATER', core.refused_slot(null));
    end if;
    perform xp.require_ended_season(_season);
    insert into xp.xp_frozen_seasons (season_id, actor) values (_season.season_id, core.actor());
  end if;
  return query select * from xp.season_scores(_season);
end
$$;
comment on function xp.freeze_season_part(integer, text) is
  'The first step of closing a season over several servers: from here on its board does not change on this one. Returns the scores of those '
  'who live here; again the same. Raises: FORBIDDEN, NOT_FOUND, STATE_ERROR, RETRY_LATER. [helper]';
revoke all on function xp.freeze_season_part(integer, text) from public;
commit;
