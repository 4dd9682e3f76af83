-- Deploy gamekeeper:cards/log/append_move to pg
-- requires: cards/rules/table_state cards/log/save_progress cards/log/play_on cards/log/make_event cards/bots/bot_strategies
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.append_move(game_id uuid, state cards.table_state, type text, payload jsonb, at timestamptz)
returns integer
language plpgsql
volatile
as $$
begin
  perform cards.save_progress(
    append_move.game_id,
    append_move.state,
    cards.play_on(
      append_move.game_id, append_move.state, array[cards.make_event(append_move.game_id, append_move.state.next_index, append_move.type, append_move.payload)], true, cards.bot_strategies(append_move.state)
    ),
    append_move.at
  );
  return append_move.state.next_index;
end
$$;
comment on function cards.append_move(uuid, cards.table_state, text, jsonb, timestamptz) is
  'Appends one event and all that follows by itself to a game whose live row the caller has locked; returns the event''s index. Raises: REPLAY_ERROR. [helper]';
revoke all on function cards.append_move(uuid, cards.table_state, text, jsonb, timestamptz) from public;
commit;
