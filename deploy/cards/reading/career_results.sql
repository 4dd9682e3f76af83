-- Deploy gamekeeper:cards/reading/career_results to pg
-- requires: core/records/setting core/shards/slots core/keys/slot_in cards/settings cards/games/games cards/games/game_players cards/games/away_results cards/players/players
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.career_results(owner_ids uuid[])
returns table (
  owner_id uuid, player_id uuid, game_id uuid, score integer, tricks_won integer, is_winner boolean, is_rated boolean,
  career_index integer, completed_at timestamptz
)
language sql
stable
set search_path = pg_temp
begin atomic
  with members as (
    select o.id as owner_id, m.id
    from unnest(career_results.owner_ids) as o (id)
    join cards.players as m on m.id = o.id or m.merged_into = o.id
    left join core.slots as s on s.slot = core.slot_in(o.id) and m.user_id is not null
    where (not m.is_bot or core.setting('cards.bots_have_lifetime_stats')::boolean) and coalesce(s.state, 'here') = 'here'
  )
  select
    m.owner_id, p.player_id, p.game_id, p.score, p.tricks_won, p.is_winner, p.is_rated, coalesce(a.career_index, p.career_index),
    g.completed_at
  from members as m
  join cards.game_players as p on p.player_id = m.id
  join cards.games as g on g.id = p.game_id and g.summary_id is not null
  left join cards.away_results as a on a.player_id = p.player_id and a.game_id = p.game_id
  union all
  select m.owner_id, a.player_id, a.game_id, a.score, a.tricks_won, a.is_winner, a.is_rated, a.career_index, a.completed_at
  from members as m
  join cards.away_results as a on a.player_id = m.id
  where not exists (select from cards.game_players as p where p.player_id = a.player_id and p.game_id = a.game_id);
end;
comment on function cards.career_results(uuid[]) is
  'The results that the statistics of those players are made of, and those of who was merged into them: of games that live here, and of '
  'others that were handed over. Of people who live elsewhere there are none. [helper]';
revoke all on function cards.career_results(uuid[]) from public;
commit;
