-- Deploy gamekeeper:cards/lobby/create_game to pg
-- requires: cards/lobby/ticket cards/players/players cards/rules/complete_config cards/rules/config_problem core/callers/require_user core/errors/raise cards/players/ensure_player cards/lobby/limit_lobby_calls core/keys/wall_clock cards/lobby/open_game core/keys/uuid_v7 core/records/note_request cards/lobby/limit_hosting cards/lobby/limit_rooms core/keys/slot_of cards/games/lobby_slot
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.create_game(config jsonb default '{}', is_public boolean default false, idempotency_key text default null)
returns cards.ticket
language plpgsql
volatile
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _user_id uuid;
  _slot integer;
  _player cards.players;
  _game_id uuid;
  _made_id text;
  _config constant jsonb := cards.complete_config(
    case when jsonb_typeof(create_game.config) = 'object' then create_game.config else '{}' end
  );
  _problem constant text := case
    when jsonb_typeof(create_game.config) is distinct from 'object' then 'config must be an object'
    when (select count(*) from jsonb_object_keys(_config)) > 6 then 'config has an unknown key'
    when _config -> 'shuffle' <> '"sha256"' then 'only logs that the service imports may have been shuffled elsewhere'
    else cards.config_problem(_config)
  end;
begin
  _user_id := core.require_user();
  if _problem is not null then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', 'config', 'problem', _problem));
  elsif create_game.is_public is null then
    perform core.raise('INVALID_INPUT', '{"field": "is_public", "problem": "must not be null"}');
  end if;
  _slot := case when create_game.is_public then cards.lobby_slot() else core.slot_of(_user_id::text) end;
  _player := cards.ensure_player(_slot);
  perform cards.limit_lobby_calls(_player.id, core.wall_clock());
  _game_id := core.uuid_v7(_slot);
  _made_id := core.note_request(
    'cards.create_game', create_game.idempotency_key,
    jsonb_build_array(create_game.config, create_game.is_public), _game_id::text
  );
  if _made_id is not null then
    return cards.make_ticket(_made_id::uuid, _player.id);
  end if;
  perform cards.limit_hosting(_player.id, core.wall_clock());
  perform cards.limit_rooms(_player.id);
  return cards.open_game(_game_id, _player, _config, create_game.is_public);
end
$$;
comment on function cards.create_game(jsonb, boolean, text) is
  'Makes a game and seats the caller as its host. The keys of config stand in docs/cards.md, Configuration. Returns '
  'the game''s id and a code of 8 characters that lets others join; a repeated idempotency_key gives the game that was '
  'made the first time. Call it as select * from cards.create_game(...). Raises: UNAUTHENTICATED, INVALID_INPUT, '
  'RATE_LIMIT, TOO_MANY_ROOMS, IDEMPOTENCY_CONFLICT. [client] [repeat: key]';
revoke all on function cards.create_game(jsonb, boolean, text) from public;
grant execute on function cards.create_game(jsonb, boolean, text) to authenticated, service_role;
commit;
