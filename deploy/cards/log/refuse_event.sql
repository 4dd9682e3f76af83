-- Deploy gamekeeper:cards/log/refuse_event to pg
-- requires: cards/games/game_events cards/rules/table_state cards/errors core/errors/raise_error
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Raises by itself and not through core.raise, so that the reducer stays pure: it reads no catalog.
-- A test compares SQLSTATE and status with core.errors.
create function cards.refuse_event(event cards.game_events, reason text)
returns cards.table_state
language plpgsql
immutable
parallel safe
as $$
begin
  perform core.raise_error(
    'KG210',
    422,
    format('REPLAY_ERROR: event %s: %s', refuse_event.event.event_index, refuse_event.reason),
    jsonb_build_object('eventIndex', refuse_event.event.event_index, 'type', refuse_event.event.type, 'reason', refuse_event.reason)::text,
    'DETAIL names the event''s index and the reason; nothing was stored.'
  );
  return null;
end
$$;
comment on function cards.refuse_event(cards.game_events, text) is
  'How the reducer refuses an event: raises with its index and the reason, which never holds a seed or a card that '
  'the event itself does not name. Raises: REPLAY_ERROR. [helper]';
revoke all on function cards.refuse_event(cards.game_events, text) from public;
commit;
