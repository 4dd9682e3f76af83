-- Deploy gamekeeper:cards/writing/import_game to pg
-- requires: core/keys/uuid_v7 core/keys/slot_in cards/rules/is_player_id cards/games/game_events cards/log/progress core/callers/require_service cards/log/read_events cards/log/play_on cards/writing/bring_players cards/writing/save_progress cards/writing/insert_game core/records/note_request core/shards/enter core/records/note_act
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.import_game(events jsonb, idempotency_key text default null)
returns uuid
language plpgsql
volatile
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _host constant jsonb := import_game.events #> '{0,payload,creatorPlayerId}';
  _game_id constant uuid := core.uuid_v7(case when cards.is_player_id(_host) then core.slot_in((_host #>> '{}')::uuid) else 0 end);
  _made_id text;
  _events cards.game_events[];
  _progress cards.progress;
begin
  perform core.require_service();
  perform core.enter(core.slot_in(_game_id));
  _made_id := core.note_request(
    'cards.import_game', import_game.idempotency_key, jsonb_build_array(import_game.events), _game_id::text
  );
  if _made_id is not null then
    return _made_id::uuid;
  end if;
  _events := cards.read_events(_game_id, 0, import_game.events);
  _progress := cards.play_on(_game_id, null, _events, 'events');
  perform cards.bring_players(import_game.events);
  perform cards.save_progress(cards.insert_game(_game_id, _progress.state, false), _progress);
  perform core.note_act(
    'cards.games', null, jsonb_build_object('id', _game_id, 'imported_events', cardinality(_events))
  );
  return _game_id;
end
$$;
comment on function cards.import_game(jsonb, text) is
  'Makes a game from a log, finished or not, all or nothing: events is a JSON array of {"type", "payload"} in order, '
  'from game_created on. Players that are not known get a row from their profile. Returns the game id; a repeated '
  'idempotency_key that of the game that was made the first time. Raises: FORBIDDEN, INVALID_INPUT, REPLAY_ERROR, '
  'IDEMPOTENCY_CONFLICT. [service] [repeat: key]';
revoke all on function cards.import_game(jsonb, text) from public;
grant execute on function cards.import_game(jsonb, text) to service_role;
commit;
