-- Deploy gamekeeper:cards/log/make_event to pg
-- requires: cards/games/game_events cards/documents/payload_version
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One immutable expression (jsonb_build_object is none), so that the planner inlines it.
create function cards.make_event(game_id uuid, event_index integer, type text, payload jsonb)
returns cards.game_events
language sql
immutable
parallel safe
return row(
  make_event.game_id, make_event.event_index, make_event.type,
  make_event.payload || ('{"_v": ' || cards.payload_version(make_event.type)::text || '}')::jsonb, null
)::cards.game_events;
comment on function cards.make_event(uuid, integer, text, jsonb) is
  'An event of the present version of the payloads, not stored yet. [helper]';
revoke all on function cards.make_event(uuid, integer, text, jsonb) from public;
commit;
