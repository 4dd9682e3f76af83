-- Deploy gamekeeper:cards/writing/append_move to pg
-- requires: cards/games/game_states cards/games/game_events cards/log/make_event cards/bots/bot_strategies cards/log/progress cards/log/play_on core/chance/may_draw_at_once cards/writing/save_progress
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.append_move(game cards.game_states, type text, payload jsonb)
returns integer
language plpgsql
volatile
as $$
declare
  _event constant cards.game_events := cards.make_event(
    append_move.game.game_id, (append_move.game.state).next_index, append_move.type, append_move.payload
  );
  _strategies constant jsonb := case
    when (append_move.game.state).bots <> 0 then cards.bot_strategies(append_move.game.state)
  end;
  _progress cards.progress;
begin
  _progress := cards.play_on(
    append_move.game.game_id, append_move.game.state, array[_event], 'draw', _strategies, append_move.game.coming_back
  );
  if _progress.is_due and core.may_draw_at_once() then
    _progress := cards.play_on(
      append_move.game.game_id, append_move.game.state, array[_event], 'choice', _strategies, append_move.game.coming_back
    );
  end if;
  append_move.game.decided_in := pg_current_xact_id();
  if append_move.type in ('player_bid', 'card_played') and append_move.game.silences is not null then
    append_move.game.silences[(append_move.game.state).turn + 1] := 0;
  end if;
  perform cards.save_progress(append_move.game, _progress);
  return _event.event_index;
end
$$;
comment on function cards.append_move(cards.game_states, text, jsonb) is
  'Appends the event of a command to a game whose live row the caller has locked, and what follows by itself: up to the next '
  'draw, for callers that may draw at once until a person has to act. Returns the event''s index. Raises: REPLAY_ERROR. [helper]';
revoke all on function cards.append_move(cards.game_states, text, jsonb) from public;
commit;
