-- Deploy gamekeeper:cards/writing/import_game to pg
-- requires: core/keys/uuid_v7 cards/games/game_events cards/log/progress core/callers/require_service cards/log/read_events cards/log/play_on cards/writing/bring_players cards/writing/save_progress cards/writing/insert_game
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.import_game(events jsonb)
returns uuid
language plpgsql
volatile
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _game_id constant uuid := core.uuid_v7();
  _events cards.game_events[];
  _progress cards.progress;
begin
  perform core.require_service();
  _events := cards.read_events(_game_id, 0, import_game.events);
  _progress := cards.play_on(_game_id, null, _events, 'events');
  perform cards.bring_players(_events);
  perform cards.save_progress(cards.insert_game(_game_id, _progress.state, false), _progress);
  return _game_id;
end
$$;
comment on function cards.import_game(jsonb) is
  'Makes a game from a log, finished or not, all or nothing: events is a JSON array of {"type", "payload"} in order, '
  'from game_created on. Players that are not known get a row from their profile. Returns the game id. Raises: '
  'FORBIDDEN, INVALID_INPUT, REPLAY_ERROR. [service]';
revoke all on function cards.import_game(jsonb) from public;
grant execute on function cards.import_game(jsonb) to service_role;
commit;
