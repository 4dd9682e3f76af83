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
  last_game_at timestamptz
);
create index player_lifetime_stats_leaders_idx on cards.player_lifetime_stats (games_won desc, total_points desc, player_id);
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
alter table cards.player_lifetime_stats enable row level security;
grant select on cards.player_lifetime_stats to authenticated, service_role;
create policy statistics_are_public on cards.player_lifetime_stats for select to authenticated, service_role using (true);
comment on policy statistics_are_public on cards.player_lifetime_stats is 'Every signed-in user sees the statistics.';
commit;
