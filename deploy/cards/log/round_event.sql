-- Deploy gamekeeper:cards/log/round_event to pg
-- requires: cards/rules/table_state cards/games/game_events cards/log/make_event cards/documents/round_document
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.round_event(game_id uuid, state cards.table_state)
returns cards.game_events
language sql
immutable
parallel safe
return cards.make_event(round_event.game_id, (round_event.state).next_index, 'round_started', cards.round_document(round_event.state));
comment on function cards.round_event(uuid, cards.table_state) is
  'The round_started that begins the next round. [helper]';
revoke all on function cards.round_event(uuid, cards.table_state) from public;
commit;
