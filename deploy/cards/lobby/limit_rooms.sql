-- Deploy gamekeeper:cards/lobby/limit_rooms to pg
-- requires: core/records/setting cards/settings cards/games/game_players cards/games/game_states core/errors/raise cards/errors
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Exact, because whoever asks has counted the call with cards.limit_lobby_calls before: the row of that limit puts the calls
-- of one player in order.
create function cards.limit_rooms(player_id uuid)
returns void
language plpgsql
stable
as $$
declare
  _limit constant integer := core.setting('cards.max_open_rooms')::integer;
begin
  if (
    select count(*)
    from cards.game_players as p
    join cards.game_states as s on s.game_id = p.game_id
    where p.player_id = limit_rooms.player_id and p.is_live and (s.state).phase = 'lobby'
  ) >= _limit then
    perform core.raise('TOO_MANY_ROOMS', jsonb_build_object('maxOpenRooms', _limit));
  end if;
end
$$;
comment on function cards.limit_rooms(uuid) is
  'Refuses a player who is seated in cards.max_open_rooms rooms that have not begun. Raises: TOO_MANY_ROOMS. [helper]';
revoke all on function cards.limit_rooms(uuid) from public;
commit;
