-- Deploy gamekeeper:cards/games/away_results to pg
-- requires: cards/games/game_players cards/players/players
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The key is what makes a result count once, however often it is handed over.
create table cards.away_results (
  player_id uuid not null references cards.players (id),
  game_id uuid not null,
  score integer not null,
  tricks_won integer not null,
  is_winner boolean not null,
  is_rated boolean not null,
  is_public boolean not null,
  member_ids uuid[] not null,
  career_index integer,
  created_at timestamptz not null,
  completed_at timestamptz not null,
  primary key (player_id, game_id)
);
comment on table cards.away_results is
  'Results of people who live here in games that were completed on other servers (docs/scale.md, "Results"): with '
  'cards.game_players, all that a player''s list of games and statistics are made of. Empty on one machine.';
comment on column cards.away_results.player_id is 'The player, who lives here or was merged into one who does.';
comment on column cards.away_results.game_id is 'The game, which lives elsewhere, or came here later.';
comment on column cards.away_results.score is 'Final score.';
comment on column cards.away_results.tricks_won is 'Tricks won in the whole game.';
comment on column cards.away_results.is_winner is 'Has the highest final score, ties included.';
comment on column cards.away_results.is_rated is 'The game counts on the leaderboard.';
comment on column cards.away_results.is_public is 'As in cards.games: whether everybody may see it.';
comment on column cards.away_results.member_ids is 'As in cards.games at completion: users who may see a game that is not public.';
comment on column cards.away_results.career_index is 'As in cards.game_players; null while it is not counted.';
comment on column cards.away_results.created_at is 'When the game was made.';
comment on column cards.away_results.completed_at is 'Instant of completion.';
alter table cards.away_results enable row level security;
commit;
