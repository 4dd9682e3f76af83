-- Deploy gamekeeper:cards/reading/my_games to pg
-- requires: core/callers/require_user core/errors/check_page_size core/keys/key_before cards/players/players cards/games/game_players cards/games/game_states cards/games/room_directory cards/games/host_seat
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type cards.my_game_record as (
  game_id uuid,
  join_code text,
  status text,
  is_public boolean,
  is_host boolean,
  seat_index integer,
  turn_player_id uuid,
  is_my_turn boolean,
  turn_deadline timestamptz,
  last_event_at timestamptz
);
comment on type cards.my_game_record is 'A game of the caller that is not completed.';
comment on column cards.my_game_record.game_id is 'The game.';
comment on column cards.my_game_record.join_code is 'The code that join_game takes: for others to join, and to come back.';
comment on column cards.my_game_record.status is 'created: it has not begun; in_progress: it runs.';
comment on column cards.my_game_record.is_public is 'Whether everybody may find it.';
comment on column cards.my_game_record.is_host is 'Whether the caller is the host.';
comment on column cards.my_game_record.seat_index is 'The caller''s seat, from 0.';
comment on column cards.my_game_record.turn_player_id is 'Player whose turn it is; null where it is nobody''s.';
comment on column cards.my_game_record.is_my_turn is 'Whether it is the caller''s turn.';
comment on column cards.my_game_record.turn_deadline is 'When the turn runs out; null where no person has to act.';
comment on column cards.my_game_record.last_event_at is 'Instant of the latest command.';

create function cards.my_games(after uuid default null, page_size integer default 50)
returns setof cards.my_game_record
language plpgsql
stable
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _user_id constant uuid := core.require_user();
  _limit constant integer := core.check_page_size(my_games.page_size);
  _player_id constant uuid := (select p.id from cards.players as p where p.user_id = _user_id::text);
begin
  return query
  select
    m.game_id, r.join_code, case when (m.state).phase = 'lobby' then 'created' else 'in_progress' end, r.is_public,
    m.seat = cards.host_seat(m.state, m.host_id), m.seat, (m.state).player_ids[(m.state).turn + 1]::uuid,
    coalesce((m.state).turn = m.seat, false), m.turn_deadline, m.last_event_at
  from (
    select s.*, array_position((s.state).player_ids, _player_id::text) - 1 as seat
    from cards.game_players as p
    join cards.game_states as s on s.game_id = p.game_id
    where p.player_id = _player_id and p.is_live and p.game_id < core.key_before(my_games.after)
  ) as m
  join cards.room_directory as r on r.game_id = m.game_id
  order by m.game_id desc
  limit _limit;
end
$$;
comment on function cards.my_games(uuid, integer) is
  'The caller''s own rooms and running games, those too that the caller left and may come back to, with their codes; newest first, a '
  'page after the game_id of the last row seen. Raises: UNAUTHENTICATED, INVALID_INPUT. [client]';
revoke all on function cards.my_games(uuid, integer) from public;
grant execute on function cards.my_games(uuid, integer) to authenticated, service_role;
commit;
