-- Deploy gamekeeper:cards/players/player_lifetime_stats to pg
-- requires: cards/players/players
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table cards.player_lifetime_stats (
  player_id uuid primary key references cards.players (id),
  games_played integer not null default 0,
  games_won integer not null default 0,
  highest_score integer,
  lowest_score integer,
  total_points integer not null default 0,
  total_tricks_won integer not null default 0,
  most_consecutive_wins integer not null default 0,
  most_consecutive_losses integer not null default 0,
  current_wins integer not null default 0,
  current_losses integer not null default 0,
  last_game_at timestamptz,
  rated_games_played integer not null default 0,
  rated_games_won integer not null default 0,
  rated_total_points integer not null default 0,
  rated_highest_score integer
);
create index player_lifetime_stats_leaders_idx on cards.player_lifetime_stats (rated_games_won desc, rated_total_points desc, player_id)
  where rated_games_played > 0;
comment on table cards.player_lifetime_stats is
  'Totals of each player over all completed games (docs/cards.md, Lifetime statistics), written in the transaction '
  'of the last card.';
comment on column cards.player_lifetime_stats.player_id is 'The player.';
comment on column cards.player_lifetime_stats.games_played is 'Completed games.';
comment on column cards.player_lifetime_stats.games_won is 'Completed games with the highest score, ties included.';
comment on column cards.player_lifetime_stats.highest_score is 'Highest final score; begins with the first game''s.';
comment on column cards.player_lifetime_stats.lowest_score is 'Lowest final score; begins with the first game''s.';
comment on column cards.player_lifetime_stats.total_points is 'Sum of the final scores.';
comment on column cards.player_lifetime_stats.total_tricks_won is 'Sum of the tricks won.';
comment on column cards.player_lifetime_stats.most_consecutive_wins is 'Longest run of games won.';
comment on column cards.player_lifetime_stats.most_consecutive_losses is 'Longest run of games lost.';
comment on column cards.player_lifetime_stats.current_wins is 'Games won since the latest lost one.';
comment on column cards.player_lifetime_stats.current_losses is 'Games lost since the latest won one.';
comment on column cards.player_lifetime_stats.last_game_at is 'Completion of the latest game.';
comment on column cards.player_lifetime_stats.rated_games_played is 'Completed games that are rated: the leaderboard counts these alone.';
comment on column cards.player_lifetime_stats.rated_games_won is 'Rated games with the highest score, ties included.';
comment on column cards.player_lifetime_stats.rated_total_points is 'Sum of the final scores of rated games.';
comment on column cards.player_lifetime_stats.rated_highest_score is 'Highest final score of a rated game; null before the first.';
alter table cards.player_lifetime_stats enable row level security;
grant select on cards.player_lifetime_stats to authenticated, service_role;
create policy statistics_are_public on cards.player_lifetime_stats for select to authenticated, service_role using (true);
comment on policy statistics_are_public on cards.player_lifetime_stats is 'Every signed-in user sees the statistics.';
commit;
