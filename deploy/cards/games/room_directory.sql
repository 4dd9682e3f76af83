-- Deploy gamekeeper:cards/games/room_directory to pg
-- requires: cards/games/games core/keys/now_utc
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A join code is unique among games that are not completed: a table of its own keyed by the code, so
-- that cards.games needs no unique constraint without its shard key.
create table cards.room_directory (
  join_code text primary key constraint room_directory_join_code_form check (join_code ~ '^[2-9A-HJKMNP-Z]{8}$'),
  game_id uuid not null unique references cards.games (id),
  is_public boolean not null default true,
  is_open boolean not null default true,
  is_matchmade boolean not null default false,
  max_players integer not null,
  current_players integer not null,
  created_at timestamptz not null default core.now_utc()
);
create index room_directory_open_idx on cards.room_directory (game_id) where is_public and is_open;
create index room_directory_soonest_idx on cards.room_directory (is_matchmade desc, (max_players - current_players), game_id) where is_public and is_open;
comment on table cards.room_directory is
  'Join codes of the games that are not completed (docs/cards.md, Rooms); a public room is listed while it is open. '
  'Users read it through list_rooms.';
comment on column cards.room_directory.join_code is 'The code that leads to the game; unique among open games. [none]';
comment on column cards.room_directory.game_id is 'The game.';
comment on column cards.room_directory.created_at is 'Instant of the game''s creation.';
comment on column cards.room_directory.is_public is 'Listed for everybody while open.';
comment on column cards.room_directory.is_open is 'In the lobby, with a free seat and somebody in it.';
comment on column cards.room_directory.is_matchmade is 'matchmake made the room, so that it starts by itself.';
comment on column cards.room_directory.max_players is 'Seats.';
comment on column cards.room_directory.current_players is 'Taken seats.';
alter table cards.room_directory enable row level security;
grant select on cards.room_directory to service_role;
create policy service_sees_rooms on cards.room_directory for select to service_role using (true);
comment on policy service_sees_rooms on cards.room_directory is 'The service sees all rooms and their codes.';
commit;
