-- Deploy gamekeeper:cards/games/game_spectators to pg
-- requires: cards/games/games cards/players/players
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A table of its own, and no event of the log: whoever knows the id of a game may watch it, and would otherwise hold the
-- game's row while a transaction of theirs is open.
create table cards.game_spectators (
  game_id uuid not null references cards.games (id),
  player_id uuid not null references cards.players (id),
  created_at timestamptz not null,
  primary key (game_id, player_id)
);
create index game_spectators_player_id_idx on cards.game_spectators (player_id);
comment on table cards.game_spectators is
  'Who watches a game that is not completed. Clients see it in player_view.';
comment on column cards.game_spectators.game_id is 'The game.';
comment on column cards.game_spectators.player_id is 'Who watches it.';
comment on column cards.game_spectators.created_at is 'Since when.';
alter table cards.game_spectators enable row level security;
commit;
