-- Deploy gamekeeper:cards/play/expire_turns to pg
-- requires: core/keys/now_utc cards/rules/table_state cards/log/progress core/callers/require_service cards/games/game_states cards/log/play_on cards/log/fallback_event cards/bots/bot_strategies cards/log/save_progress cards/log/count_games core/upkeep/upkeep_tasks
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
  _now constant timestamptz := core.now_utc();
  _game_id uuid;
  _state cards.table_state;
  _progress cards.progress;
  _completed uuid[] := array[]::uuid[];
  _count integer := 0;
begin
  perform core.require_service();
  for _game_id in
    select s.game_id
    from cards.game_states as s
    where s.turn_deadline <= _now and (s.state).turn is not null
    order by s.game_id
  loop
    select (s.state).* into _state
    from cards.game_states as s
    where s.game_id = _game_id and s.turn_deadline <= _now and (s.state).turn is not null
    for update skip locked;
    continue when not found;
    _progress := cards.play_on(_game_id, _state, array[cards.fallback_event(_game_id, _state)], true, cards.bot_strategies(_state));
    perform cards.save_progress(_game_id, _state, _progress, _now, false, false);
    if (_progress.state).phase = 'completed' then
      _completed := _completed || _game_id;
    end if;
    _count := _count + 1;
  end loop;
  perform cards.count_games(_completed, _now);
  return _count;
end
$$;
comment on function cards.expire_turns() is
  'Makes the fallback move in every game whose turn has run out; core.maintain() and schedulers call it. A game that somebody is just playing in is left to the next call. Returns how many moves it made. Raises: FORBIDDEN. [service]';
revoke all on function cards.expire_turns() from public;
grant execute on function cards.expire_turns() to service_role;
insert into core.upkeep_tasks (task, function, meaning) values
  ('cards.expire_turns', 'cards.expire_turns()', 'Plays for people whose turn has run out, so that a game never waits for somebody who is gone.');
commit;
