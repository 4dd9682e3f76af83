-- Deploy gamekeeper:cards/lobby/list_rooms to pg
-- requires: core/errors/check_page_size core/callers/require_caller cards/games/room_directory core/keys/key_before core/shards/has_map core/shards/require_slot cards/games/lobby_slot
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type cards.room_record as (
  game_id uuid,
  join_code text,
  max_players integer,
  current_players integer,
  created_at timestamptz
);
comment on type cards.room_record is 'An open public room.';
comment on column cards.room_record.game_id is 'The game.';
comment on column cards.room_record.join_code is 'The code that join_game takes.';
comment on column cards.room_record.max_players is 'Seats.';
comment on column cards.room_record.current_players is 'Taken seats.';
comment on column cards.room_record.created_at is 'When the room was made.';

create function cards.list_rooms(after uuid default null, page_size integer default 50)
returns setof cards.room_record
language plpgsql
stable
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _limit integer;
begin
  perform core.require_caller();
  if core.has_map() then
    perform core.require_slot(cards.lobby_slot());
  end if;
  _limit := core.check_page_size(list_rooms.page_size);
  return query
  select r.game_id, r.join_code, r.max_players, r.current_players, r.created_at
  from cards.room_directory as r
  where r.is_public and r.is_open and r.game_id < core.key_before(list_rooms.after)
  order by r.game_id desc
  limit _limit;
end
$$;
comment on function cards.list_rooms(uuid, integer) is
  'Open public rooms, newest first, a page after the game_id of the last row seen. Raises: UNAUTHENTICATED, '
  'INVALID_INPUT. [client]';
revoke all on function cards.list_rooms(uuid, integer) from public;
grant execute on function cards.list_rooms(uuid, integer) to authenticated, service_role;
commit;
