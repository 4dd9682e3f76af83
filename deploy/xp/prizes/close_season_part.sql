-- Deploy gamekeeper:xp/prizes/close_season_part to pg
-- requires: xp/prizes/give_prizes xp/seasons/lock_season xp/seasons/xp_frozen_seasons xp/seasons/xp_season_closings core/callers/require_operator core/errors/raise core/shards/refused_slot core/shards/require_map core/shards/slots
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.close_season_part(map_version integer, season_id text, scores xp.season_score[])
returns setof xp.xp_season_closings
language plpgsql
volatile
as $$
declare
  _season xp.xp_seasons;
  _closing xp.xp_season_closings;
begin
  perform core.require_operator();
  lock table core.slots in share mode;
  perform core.require_map(close_season_part.map_version);
  _season := xp.lock_season(close_season_part.season_id);
  select c.* into _closing from xp.xp_season_closings as c where c.season_id = _season.season_id;
  if not found then
    if not exists (select from xp.xp_frozen_seasons as f where f.season_id = _season.season_id) then
      perform core.raise('RETRY_LATER', core.refused_slot(null));
    end if;
    _closing := xp.give_prizes(_season, close_season_part.scores);
  end if;
  return next _closing;
end
$$;
comment on function xp.close_season_part(integer, text, xp.season_score[]) is
  'The second step: gives the prizes of those who live here by the scores of all servers, each of which has frozen the season. What was '
  'closed is answered as it is. Raises: FORBIDDEN, NOT_FOUND, RETRY_LATER. [helper]';
revoke all on function xp.close_season_part(integer, text, xp.season_score[]) from public;
commit;
