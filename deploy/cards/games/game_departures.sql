-- Deploy gamekeeper:cards/games/game_departures to pg
-- requires: cards/games/games cards/players/players
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table cards.game_departures (
  game_id uuid not null references cards.games (id),
  player_id uuid not null references cards.players (id),
  is_kicked boolean not null,
  is_banned boolean not null,
  primary key (game_id, player_id),
  constraint game_departures_banned_is_kicked check (is_kicked or not is_banned)
);
create index game_departures_player_id_idx on cards.game_departures (player_id);
comment on table cards.game_departures is
  'Who left the lobby of a game that is not completed, or lost the seat there: matchmake leads nobody back, and who was '
  'kicked does not watch (docs/cards.md, Rooms and hosts). Written by the commands; clients see nothing of it.';
comment on column cards.game_departures.game_id is 'The game.';
comment on column cards.game_departures.player_id is 'Who had a seat in its lobby.';
comment on column cards.game_departures.is_kicked is 'The host took the seat away at least once.';
comment on column cards.game_departures.is_banned is 'The host lets the player not come back.';
alter table cards.game_departures enable row level security;
commit;
