-- Deploy gamekeeper:cards/writing/save_progress to pg
-- requires: cards/games/game_states cards/log/progress cards/writing/write_progress cards/writing/count_games
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.save_progress(game cards.game_states, progress cards.progress)
returns cards.game_states
language plpgsql
volatile
as $$
declare
  _game constant cards.game_states := cards.write_progress(save_progress.game, save_progress.progress);
begin
  if (_game.state).phase = 'completed' then
    perform cards.count_games(array[_game.game_id]);
  end if;
  return _game;
end
$$;
comment on function cards.save_progress(cards.game_states, cards.progress) is
  'Writes events that were applied to a game, the lifetime statistics of a completed one too (cards.write_progress). Returns the '
  'live row as it is then. [helper]';
revoke all on function cards.save_progress(cards.game_states, cards.progress) from public;
commit;
