-- Deploy gamekeeper:cards/play/run_game to pg
-- requires: cards/games/game_states core/callers/require_service cards/play/move_on cards/writing/count_games core/shards/enter core/keys/slot_in
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.run_game(game_id uuid)
returns boolean
language plpgsql
volatile
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _game cards.game_states;
begin
  perform core.require_service();
  perform core.enter(core.slot_in(run_game.game_id));
  select * into _game from cards.game_states as s where s.game_id = run_game.game_id for update skip locked;
  if not found then
    return false;
  end if;
  _game := cards.move_on(_game);
  if (_game.state).phase = 'completed' then
    perform cards.count_games(array[_game.game_id]);
  end if;
  return _game.game_id is not null;
end
$$;
comment on function cards.run_game(uuid) is
  'Moves one game on that waits for nobody, as expire_turns() does for all; skips it while somebody acts in it. Returns whether it '
  'moved. Raises: FORBIDDEN. [service] [repeat: natural]';
revoke all on function cards.run_game(uuid) from public;
grant execute on function cards.run_game(uuid) to service_role;
commit;
