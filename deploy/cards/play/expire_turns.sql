-- Deploy gamekeeper:cards/play/expire_turns to pg
-- requires: cards/games/game_states core/callers/require_service cards/play/due_games cards/play/move_on cards/writing/count_games core/upkeep/upkeep_tasks
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Skips locked games and counts the completed ones at the end, all their players in one order: it never
-- waits for a game while it holds another.
create function cards.expire_turns()
returns integer
language plpgsql
volatile
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _game_id uuid;
  _game cards.game_states;
  _completed uuid[] := array[]::uuid[];
  _count integer := 0;
begin
  perform core.require_service();
  for _game_id in select d.game_id from cards.due_games() as d (game_id) loop
    select * into _game from cards.game_states as s where s.game_id = _game_id for update skip locked;
    continue when not found;
    _game := cards.move_on(_game);
    continue when _game.game_id is null;
    if (_game.state).phase = 'completed' then
      _completed := _completed || _game_id;
    end if;
    _count := _count + 1;
  end loop;
  perform cards.count_games(_completed);
  return _count;
end
$$;
comment on function cards.expire_turns() is
  'Moves every game on that waits for nobody: draws what is due, and makes the fallback move in a turn that has run out. A turn runs '
  'out in two passes: the first one that finds the deadline passed notes it in warned_at, and cards.warning_seconds later the move is '
  'made. A game that somebody is just playing in is left to the next call. Returns how many games moved on. Raises: FORBIDDEN. [service] [repeat: natural]';
revoke all on function cards.expire_turns() from public;
grant execute on function cards.expire_turns() to service_role;
insert into core.upkeep_tasks (task, function, meaning) values
  ('cards.expire_turns', 'cards.expire_turns()', 'Plays for people whose turn has run out, so that a game never waits for somebody who is gone.');
commit;
