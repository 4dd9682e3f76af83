-- Deploy gamekeeper:cards/writing/draw_due to pg
-- requires: cards/games/game_states cards/bots/bot_strategies cards/log/progress cards/rules/is_due core/chance/is_settled core/errors/raise core/chance/may_draw_at_once cards/writing/take_turn cards/writing/count_games cards/log/play_on cards/games/game_events cards/writing/save_progress
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Every command that a draw could depend on begins with this, so that from a decision to its draw nothing changes it
-- (docs/cards.md, "Decisions and draws"). What it draws follows from the log and the seed alone. It stops where the line-up of
-- a round is fixed: who deals in the same transaction could look at the hands and still change who takes part.
create function cards.draw_due(game cards.game_states)
returns cards.game_states
language plpgsql
volatile
as $$
declare
  _game cards.game_states := draw_due.game;
  _strategies constant jsonb := cards.bot_strategies(draw_due.game.state);
  _until text;
  _progress cards.progress;
begin
  if not (_game.is_forfeit or cards.is_due(_game.state, _strategies)) then
    return _game;
  elsif not core.is_settled(_game.decided_in) then
    perform core.raise('COMMIT_FIRST', jsonb_build_object('gameId', _game.game_id));
  end if;
  _until := case when core.may_draw_at_once() then 'choice' else 'line_up' end;
  if _game.is_forfeit then
    _game := cards.take_turn(_game, _until);
    if (_game.state).phase = 'completed' then
      perform cards.count_games(array[_game.game_id]);
    end if;
    return _game;
  end if;
  _progress := cards.play_on(_game.game_id, _game.state, array[]::cards.game_events[], _until, _strategies, _game.coming_back);
  if cardinality(_progress.snapshots) > 0 then
    _game.decided_in := pg_current_xact_id();
  end if;
  return cards.save_progress(_game, _progress);
end
$$;
comment on function cards.draw_due(cards.game_states) is
  'Draws all that is due in a game whose live row the caller has locked, until a person has to act or the line-up of a round '
  'is fixed. Returns the live row as it is then. Raises: COMMIT_FIRST. [helper]';
revoke all on function cards.draw_due(cards.game_states) from public;
commit;
