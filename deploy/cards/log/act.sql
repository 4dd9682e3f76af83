-- Deploy gamekeeper:cards/log/act to pg
-- requires: cards/rules/game_state cards/log/store cards/log/advance cards/log/make_event cards/bots/bot_strategies
begin;
set local role gamekeeper;
create function cards.act(game_id uuid, state cards.game_state, type text, payload jsonb, at timestamptz)
returns integer
language plpgsql
volatile
as $$
begin
  perform cards.store(
    act.game_id,
    act.state,
    cards.advance(
      act.game_id, act.state, array[cards.make_event(act.game_id, state.next_index, act.type, act.payload)], true, cards.bot_strategies(act.state)
    ),
    act.at
  );
  return state.next_index;
end
$$;
comment on function cards.act(uuid, cards.game_state, text, jsonb, timestamptz) is
  'Appends one event and all that follows by itself to a game whose live row the caller has locked; returns the event''s index. Raises: REPLAY_ERROR.';
revoke all on function cards.act(uuid, cards.game_state, text, jsonb, timestamptz) from public;
commit;
