-- Deploy gamekeeper:cards/reading/counted_careers to pg
-- requires: cards/reading/career_results cards/players/player_lifetime_stats
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Runs of games won or lost: the number of a game less its number among those with the same result is one for each run.
create function cards.counted_careers(owner_ids uuid[])
returns setof cards.player_lifetime_stats
language sql
stable
set search_path = pg_temp
begin atomic
  with results as (
    select c.*, row_number() over (partition by c.owner_id order by c.career_index, c.completed_at, c.game_id) as place
    from cards.career_results(counted_careers.owner_ids) as c
  ),
  runs as (
    select r.*, r.place - row_number() over (partition by r.owner_id, r.is_winner order by r.place) as run from results as r
  ),
  lengths as (
    select r.owner_id, r.is_winner, max(r.place) as last_place, count(*) as games
    from runs as r
    group by r.owner_id, r.is_winner, r.run
  ),
  streaks as (
    select
      l.owner_id,
      coalesce(max(l.games) filter (where l.is_winner), 0) as wins,
      coalesce(max(l.games) filter (where not l.is_winner), 0) as losses,
      (array_agg(case when l.is_winner then l.games else 0 end order by l.last_place desc))[1] as current_wins,
      (array_agg(case when l.is_winner then 0 else l.games end order by l.last_place desc))[1] as current_losses
    from lengths as l
    group by l.owner_id
  )
  select
    r.owner_id, count(*)::integer, count(*) filter (where r.is_winner)::integer, max(r.score), min(r.score),
    sum(r.score)::integer, sum(r.tricks_won)::integer, s.wins::integer, s.losses::integer, s.current_wins::integer,
    s.current_losses::integer, max(r.completed_at), count(*) filter (where r.is_rated)::integer,
    count(*) filter (where r.is_rated and r.is_winner)::integer, coalesce(sum(r.score) filter (where r.is_rated), 0)::integer,
    max(r.score) filter (where r.is_rated)
  from results as r
  join streaks as s on s.owner_id = r.owner_id
  group by r.owner_id, s.wins, s.losses, s.current_wins, s.current_losses;
end;
comment on function cards.counted_careers(uuid[]) is
  'What the lifetime statistics of those players should be, counted anew from the results of their completed games, and '
  'of who was merged into them. [helper]';
revoke all on function cards.counted_careers(uuid[]) from public;
commit;
