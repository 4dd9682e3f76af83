-- Deploy gamekeeper:cards/play/simulate_game to pg
-- requires: core/keys/uuid_v7 core/keys/slot_in core/keys/strong_random cards/log/progress core/callers/require_service core/errors/raise cards/log/play_on cards/log/make_event cards/bots/bot_id cards/players/players cards/log/round_event cards/bots/bot_strategies cards/writing/save_progress cards/writing/insert_game core/records/note_request core/shards/enter
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.simulate_game(player_count integer, session_seed text default null, idempotency_key text default null)
returns uuid
language plpgsql
volatile
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _game_id constant uuid := core.uuid_v7(core.slot_in(cards.bot_id(0)));
  _seed constant text := coalesce(simulate_game.session_seed, encode(core.strong_random(), 'hex'));
  _made_id text;
  _lobby cards.progress;
  _game cards.progress;
begin
  perform core.require_service();
  perform core.enter(core.slot_in(_game_id));
  if coalesce(simulate_game.player_count not between 2 and 10, true) then
    perform core.raise('INVALID_INPUT', '{"field": "player_count", "problem": "must be 2 to 10"}');
  elsif length(_seed) not between 1 and 256 then
    perform core.raise('INVALID_INPUT', '{"field": "session_seed", "problem": "must have 1 to 256 characters"}');
  end if;
  _made_id := core.note_request(
    'cards.simulate_game', simulate_game.idempotency_key,
    jsonb_build_array(simulate_game.player_count, simulate_game.session_seed), _game_id::text
  );
  if _made_id is not null then
    return _made_id::uuid;
  end if;
  _lobby := cards.play_on(_game_id, null, (
    select array_agg(e.event order by (e.event).event_index)
    from (
      select cards.make_event(_game_id, 0, 'game_created', jsonb_build_object(
        'sessionSeed', _seed,
        'config', jsonb_build_object('maxPlayers', simulate_game.player_count),
        'creatorPlayerId', cards.bot_id(0)
      ))
      union all
      select cards.make_event(_game_id, n + 1, 'player_joined', jsonb_build_object(
        'playerId', p.id, 'seatIndex', n, 'isBot', true
      ))
      from generate_series(0, simulate_game.player_count - 1) as n
      join cards.players as p on p.id = cards.bot_id(n)
    ) as e (event)
  ), 'events');
  _game := cards.play_on(
    _game_id, _lobby.state, array[cards.round_event(_game_id, _lobby.state)], 'choice', cards.bot_strategies(_lobby.state)
  );
  _game.events := _lobby.events || _game.events;
  perform cards.save_progress(cards.insert_game(_game_id, _game.state, false), _game);
  return _game_id;
end
$$;
comment on function cards.simulate_game(integer, text, text) is
  'Plays a whole game between the package''s bots and returns its id; the same seed (default: a fresh one) gives the '
  'same game, and a repeated idempotency_key the id of the one that was made the first time. Raises: FORBIDDEN, INVALID_INPUT, '
  'IDEMPOTENCY_CONFLICT. [service] [repeat: key]';
revoke all on function cards.simulate_game(integer, text, text) from public;
grant execute on function cards.simulate_game(integer, text, text) to service_role;
commit;
