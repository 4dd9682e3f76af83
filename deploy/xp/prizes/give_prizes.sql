-- Deploy gamekeeper:xp/prizes/give_prizes to pg
-- requires: xp/prizes/upkeep_prizes xp/prizes/season_score xp/prizes/prize_person xp/seasons/xp_season_xp xp/seasons/xp_hidden_entries xp/users/xp_users xp/users/user_slot core/callers/actor core/keys/wall_clock core/shards/is_elsewhere
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.give_prizes(season xp.xp_seasons, scores xp.season_score[])
returns xp.xp_season_closings
language plpgsql
volatile
as $$
declare
  _season constant xp.xp_seasons := give_prizes.season;
  _closing xp.xp_season_closings;
begin
  with ranked as (
    select s.xp, 1 + sum(sum(s.members)) over (order by s.xp desc) - sum(s.members) as rank
    from unnest(give_prizes.scores) as s
    group by s.xp
  ), worth as (
    select r.xp as score, r.rank, p.xp
    from ranked as r
    join jsonb_to_recordset(_season.prizes) as p ("fromRank" bigint, "toRank" bigint, xp bigint)
      on r.rank between p."fromRank" and p."toRank"
  ), due as (
    select xp.prize_person(s.user_id) as person, w.rank, w.xp
    from worth as w
    join xp.xp_season_xp as s on s.season_id = _season.season_id and s.xp = w.score
    where not core.is_elsewhere(xp.user_slot(s.user_id))
      and not exists (select from xp.xp_hidden_entries as h where h.user_id = s.user_id and h.season_id = s.season_id)
    union all
    select h.person, w.rank, w.xp
    from worth as w
    join unnest(give_prizes.scores) as s on s.xp = w.score
    cross join lateral unnest(s.heirs) as h (person)
  ), won as (
    select distinct on (u.user_id) u.user_id, d.rank, d.xp
    from due as d
    join xp.xp_users as u on u.external_user_id = d.person
    where not core.is_elsewhere(xp.user_slot(u.user_id))
    order by u.user_id, d.rank
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
comment on function xp.give_prizes(xp.xp_seasons, xp.season_score[]) is
  'Closes a season on this server: gives whoever lives here the prize of their rank, which follows from the scores of all servers, and '
  'begins to pay. The season has to be locked, and not closed. [helper]';
revoke all on function xp.give_prizes(xp.xp_seasons, xp.season_score[]) from public;
commit;
