-- Deploy gamekeeper:cards/writing/note_departure to pg
-- requires: cards/games/game_departures
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.note_departure(game_id uuid, player_id uuid, is_kicked boolean, is_banned boolean)
returns void
language sql
volatile
begin atomic
  insert into cards.game_departures as d (game_id, player_id, is_kicked, is_banned)
  values (note_departure.game_id, note_departure.player_id, note_departure.is_kicked, note_departure.is_banned)
  on conflict on constraint game_departures_pkey do update set
    is_kicked = d.is_kicked or note_departure.is_kicked,
    is_banned = d.is_banned or note_departure.is_banned;
end;
comment on function cards.note_departure(uuid, uuid, boolean, boolean) is
  'Notes that a player left the lobby of a game, or was kicked or banned from it. [helper]';
revoke all on function cards.note_departure(uuid, uuid, boolean, boolean) from public;
commit;
