-- Deploy gamekeeper:cards/writing/is_stored to pg
-- requires: cards/games/game_events
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.is_stored(events cards.game_events[])
returns boolean
language sql
stable
parallel safe
return not exists (
  select
  from unnest(is_stored.events) as e
  left join cards.game_events as s on s.game_id = e.game_id and s.event_index = e.event_index
  where (s.type, s.payload) is distinct from (e.type, e.payload)
);
comment on function cards.is_stored(cards.game_events[]) is
  'Whether a game''s log holds exactly these events (cards.read_events). [helper]';
revoke all on function cards.is_stored(cards.game_events[]) from public;
commit;
