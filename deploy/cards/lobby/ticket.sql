-- Deploy gamekeeper:cards/lobby/ticket to pg
-- requires: cards/games/game_states cards/games/room_directory cards/games/games
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type cards.ticket as (
  game_id uuid,
  join_code text,
  player_id uuid,
  seat_index integer
);
comment on type cards.ticket is 'A seat in a game: what create_game, join_game and matchmake return.';
comment on column cards.ticket.game_id is 'The game.';
comment on column cards.ticket.player_id is 'The caller''s player.';
comment on column cards.ticket.join_code is 'The code that lets others join; null in a game that is completed.';
comment on column cards.ticket.seat_index is
  'The caller''s seat, from 0; seats move down when somebody leaves the lobby. Null without a seat, and in a game that is completed.';

create function cards.make_ticket(game_id uuid, player_id uuid)
returns cards.ticket
language sql
stable
parallel safe
return (
  select row(g.id, r.join_code, make_ticket.player_id, array_position((s.state).player_ids, make_ticket.player_id::text) - 1)::cards.ticket
  from cards.games as g
  left join cards.game_states as s on s.game_id = g.id
  left join cards.room_directory as r on r.game_id = g.id
  where g.id = make_ticket.game_id
);
comment on function cards.make_ticket(uuid, uuid) is 'The ticket of a player in a game. [helper]';
revoke all on function cards.make_ticket(uuid, uuid) from public;
commit;
