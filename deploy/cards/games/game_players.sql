-- Deploy gamekeeper:cards/games/game_players to pg
-- requires: cards/games/games cards/players/players
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table cards.game_players (
  game_id uuid not null references cards.games (id),
  player_id uuid not null references cards.players (id),
  is_live boolean not null default true,
  score integer,
  tricks_won integer,
  is_winner boolean,
  is_rated boolean,
  career_index integer,
  primary key (game_id, player_id)
);
create index game_players_player_id_idx on cards.game_players (player_id, game_id desc);
create index game_players_live_idx on cards.game_players (player_id) where is_live;
comment on table cards.game_players is
  'Who plays in which game, and with what result once it is completed: the share of a game in a player''s '
  'statistics. A player who leaves the lobby is removed. Clients read it through list_player_games.';
comment on column cards.game_players.game_id is 'The game.';
comment on column cards.game_players.player_id is 'The player at the table.';
comment on column cards.game_players.is_live is 'The game is not completed.';
comment on column cards.game_players.score is 'Final score; null until completion.';
comment on column cards.game_players.tricks_won is 'Tricks won in the whole game; null until completion.';
comment on column cards.game_players.is_winner is 'Has the highest final score, ties included; null until completion.';
comment on column cards.game_players.is_rated is 'The game counts on the leaderboard; null until completion.';
comment on column cards.game_players.career_index is
  'Which completed game of the player this is, from 1: the order in which streaks are counted. Null until '
  'completion, and where the game does not count.';
alter table cards.game_players enable row level security;
commit;
