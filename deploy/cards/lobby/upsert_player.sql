-- Deploy gamekeeper:cards/lobby/upsert_player to pg
-- requires: cards/players/players cards/players/is_name cards/players/is_color cards/games/game_states core/callers/require_user core/errors/raise cards/lobby/limit_lobby_calls core/keys/wall_clock cards/games/game_players cards/writing/append_move cards/players/open_player core/keys/slot_of core/shards/enter core/shards/is_elsewhere
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Waits for no game: one that somebody is just acting in does not get the event, and player_view shows the new name all the
-- same. Otherwise the caller's other games would wait for a transaction that somebody holds open in one of them.
create function cards.upsert_player(display_name text, avatar_seed text, color text)
returns cards.players
language plpgsql
volatile
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _user_id uuid;
  _player cards.players;
  _problem constant text := case
    when not cards.is_name(upsert_player.display_name)
      then 'display_name must have 1 to 24 characters, something visible among them, none that controls the text'
    when upsert_player.avatar_seed is null or length(upsert_player.avatar_seed) not between 1 and 64 then 'avatar_seed must have 1 to 64 characters'
    when not coalesce(cards.is_color(lower(upsert_player.color)), false) then 'color must be #rrggbb or a CSS color name'
  end;
  _game_id uuid;
  _game cards.game_states;
begin
  _user_id := core.require_user();
  if _problem is not null then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', split_part(_problem, ' ', 1), 'problem', _problem));
  end if;
  -- where the person does not live, this is the copy of the profile that came along
  if not core.is_elsewhere(core.slot_of(_user_id::text)) then
    perform core.enter(core.slot_of(_user_id::text));
  end if;
  select * into _player from cards.players as p where p.user_id = _user_id::text;
  if not found then
    _player := cards.open_player(_user_id::text);
  end if;
  if (_player.display_name, _player.avatar_seed, _player.color)
    is not distinct from (upsert_player.display_name, upsert_player.avatar_seed, lower(upsert_player.color))
  then
    return _player;
  end if;
  update cards.players as p
  set display_name = upsert_player.display_name, avatar_seed = upsert_player.avatar_seed, color = lower(upsert_player.color)
  where p.id = _player.id
    and p.deleted_at is null
    and (p.display_name, p.avatar_seed, p.color)
      is distinct from (upsert_player.display_name, upsert_player.avatar_seed, lower(upsert_player.color))
  returning * into _player;
  if not found then
    -- the same call has done it meanwhile, or the account is closed now
    perform core.require_user();
    return cards.open_player(_user_id::text);
  end if;
  perform cards.limit_lobby_calls(_player.id, core.wall_clock());
  for _game_id in select g.game_id from cards.game_players as g where g.player_id = _player.id and g.is_live order by g.game_id loop
    _game := (select s from cards.game_states as s where s.game_id = _game_id for update skip locked);
    if _player.id::text = any ((_game.state).player_ids) then
      _game.last_event_at := greatest(core.wall_clock(), _game.last_event_at);
      perform cards.append_move(_game, 'profile_updated', jsonb_build_object('playerId', _player.id));
    end if;
  end loop;
  return _player;
end
$$;
comment on function cards.upsert_player(text, text, text) is
  'Makes or changes the caller''s profile (docs/cards.md, Names and profiles). Every running game of the caller is '
  'told. Raises: UNAUTHENTICATED, INVALID_INPUT, RATE_LIMIT. [client] [repeat: natural]';
revoke all on function cards.upsert_player(text, text, text) from public;
grant execute on function cards.upsert_player(text, text, text) to authenticated, service_role;
commit;
