-- Deploy gamekeeper:cards/games/left_at to pg
-- requires: cards/games/game_events
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.left_at(game_id uuid, player_id uuid)
returns integer
language sql
stable
parallel safe
return (
  select max(e.event_index)
  from cards.game_events as e
  where e.game_id = left_at.game_id
    and e.type in ('player_left', 'player_kicked')
    and e.payload ->> 'playerId' = left_at.player_id::text
);
comment on function cards.left_at(uuid, uuid) is
  'Index of the event by which a player last left a game or was kicked: the answer to whoever asks for it again. Null where there is '
  'none. [helper]';
revoke all on function cards.left_at(uuid, uuid) from public;
commit;
