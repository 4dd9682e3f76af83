-- Deploy gamekeeper:cards/writing/is_stored to pg
-- requires: cards/games/game_events
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.is_stored(game_id uuid, first_index integer, events jsonb)
returns boolean
language sql
stable
parallel safe
return jsonb_typeof(is_stored.events) = 'array'
  and jsonb_array_length(is_stored.events) between 1 and 10000
  and not exists (
    select
    from jsonb_array_elements(is_stored.events) with ordinality as e (event, at)
    left join cards.game_events as s on s.game_id = is_stored.game_id and s.event_index = is_stored.first_index + e.at - 1
    where (s.type, s.payload) is distinct from (e.event ->> 'type', e.event -> 'payload')
  );
comment on function cards.is_stored(uuid, integer, jsonb) is
  'Whether a game''s log holds exactly these events, a JSON array of {type, payload}, from an index on. [helper]';
revoke all on function cards.is_stored(uuid, integer, jsonb) from public;
commit;
