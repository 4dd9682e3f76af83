-- Deploy gamekeeper:cards/writing/take_turn to pg
-- requires: cards/games/game_states cards/rules/table_state cards/log/progress cards/log/play_on core/records/setting cards/settings cards/numbers/has_seat cards/log/make_event cards/log/fallback_event cards/bots/bot_strategies cards/writing/write_progress
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A person who stays silent is absent after cards.absent_after fallback moves in a row: then the fallback plays on by itself
-- until join_game brings the person back (docs/cards.md, "Turns that run out").
create function cards.take_turn(game cards.game_states, until text)
returns cards.game_states
language plpgsql
volatile
as $$
declare
  _state constant cards.table_state := take_turn.game.state;
  _silences integer[] := coalesce(take_turn.game.silences, array_fill(0, array[cardinality(_state.player_ids)]));
  _progress cards.progress;
begin
  _silences[_state.turn + 1] := _silences[_state.turn + 1] + 1;
  _progress := cards.play_on(
    take_turn.game.game_id, _state,
    array[case
      when _silences[_state.turn + 1] >= core.setting('cards.absent_after')::integer and not cards.has_seat(_state.marked | _state.bots, _state.turn)
        then cards.make_event(
          take_turn.game.game_id, _state.next_index, 'player_marked_absent',
          jsonb_build_object('playerId', _state.player_ids[_state.turn + 1], 'reason', 'silent')
        )
      else cards.fallback_event(take_turn.game.game_id, _state)
    end],
    take_turn.until, cards.bot_strategies(_state), take_turn.game.coming_back
  );
  if cardinality(_progress.snapshots) > 0 then
    take_turn.game.decided_in := pg_current_xact_id();
  end if;
  take_turn.game.silences := _silences;
  return cards.write_progress(take_turn.game, _progress);
end
$$;
comment on function cards.take_turn(cards.game_states, text) is
  'Makes the fallback move of the person in turn, whose turn is forfeit, and goes on as far as until says (cards.play_on); too silent '
  'a person is marked absent first. Returns the live row as it is then; the lifetime statistics are left to the caller. [helper]';
revoke all on function cards.take_turn(cards.game_states, text) from public;
commit;
