-- Deploy gamekeeper:xp/prizes/season_scores to pg
-- requires: xp/prizes/season_score xp/prizes/prize_person xp/seasons/xp_season_xp xp/seasons/xp_hidden_entries xp/users/user_slot core/shards/slots core/shards/is_elsewhere core/keys/slot_of
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Whoever is among the first of all servers is among the first of their own, so the scores after the last prize are left out here.
create function xp.season_scores(season xp.xp_seasons)
returns setof xp.season_score
language plpgsql
stable
as $$
declare
  _last_rank constant bigint := (select max((p.prize ->> 'toRank')::bigint) from jsonb_array_elements((season_scores.season).prizes) as p (prize));
  _is_shard constant boolean := exists (select from core.slots as s where s.state = 'elsewhere');
begin
  return query
    with ranked as (
      select s.user_id, s.xp, rank() over (order by s.xp desc) as rank
      from xp.xp_season_xp as s
      where s.season_id = (season_scores.season).season_id and s.xp > 0
        and not exists (select from xp.xp_hidden_entries as h where h.user_id = s.user_id and h.season_id = s.season_id)
        and not (_is_shard and core.is_elsewhere(xp.user_slot(s.user_id)))
    )
    select r.xp, count(*), array_agg(i.person) filter (where i.person is not null)
    from ranked as r
    left join lateral (
      select h.person
      from xp.prize_person(r.user_id) as h (person)
      where core.is_elsewhere(core.slot_of(h.person))
    ) as i on _is_shard
    where r.rank <= _last_rank
    group by r.xp;
end
$$;
comment on function xp.season_scores(xp.xp_seasons) is
  'The scores of a season with which somebody who lives here may win a prize, and how many have each; whoever is hidden does not count. [helper]';
revoke all on function xp.season_scores(xp.xp_seasons) from public;
commit;
