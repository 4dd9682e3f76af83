-- Deploy gamekeeper:cards/lobby/upsert_player to pg
-- requires: cards/players/players core/keys/now_utc cards/players/is_name cards/players/is_color cards/rules/table_state core/callers/require_user core/errors/raise cards/players/ensure_player cards/lobby/limit_lobby_calls cards/games/game_players cards/games/game_states cards/log/append_move
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Locks the live rows of the caller's games by ascending id, then the player.
create function cards.upsert_player(display_name text, avatar_seed text, color text)
returns cards.players
language plpgsql
volatile
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _player cards.players;
  _now constant timestamptz := core.now_utc();
  _problem constant text := case
    when not cards.is_name(upsert_player.display_name)
      then 'display_name must have 1 to 24 characters, something visible among them, none that controls the text'
    when upsert_player.avatar_seed is null or length(upsert_player.avatar_seed) not between 1 and 64 then 'avatar_seed must have 1 to 64 characters'
    when not coalesce(cards.is_color(lower(upsert_player.color)), false) then 'color must be #rrggbb or a CSS color name'
  end;
  _game_id uuid;
  _state cards.table_state;
begin
  perform core.require_user();
  if _problem is not null then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', split_part(_problem, ' ', 1), 'problem', _problem));
  end if;
  _player := cards.ensure_player();
  if (_player.display_name, _player.avatar_seed, _player.color)
    is not distinct from (upsert_player.display_name, upsert_player.avatar_seed, lower(upsert_player.color))
  then
    return _player;
  end if;
  perform cards.limit_lobby_calls(_player.id, _now);
  for _game_id in select g.game_id from cards.game_players as g where g.player_id = _player.id and g.is_live order by g.game_id loop
    select (s.state).* into _state from cards.game_states as s where s.game_id = _game_id for update;
    if _player.id::text = any (_state.player_ids) then
      perform cards.append_move(_game_id, _state, 'profile_updated', jsonb_build_object(
        'playerId', _player.id,
        'profile', jsonb_build_object(
          'displayName', upsert_player.display_name, 'avatarSeed', upsert_player.avatar_seed, 'color', lower(upsert_player.color)
        )
      ), _now);
    end if;
  end loop;
  update cards.players as p
  set display_name = upsert_player.display_name, avatar_seed = upsert_player.avatar_seed, color = lower(upsert_player.color)
  where p.id = _player.id
  returning * into strict _player;
  return _player;
end
$$;
comment on function cards.upsert_player(text, text, text) is
  'Makes or changes the caller''s profile (docs/cards.md, Names and profiles). Every running game of the caller is '
  'told. Raises: UNAUTHENTICATED, INVALID_INPUT, RATE_LIMIT. [client]';
revoke all on function cards.upsert_player(text, text, text) from public;
grant execute on function cards.upsert_player(text, text, text) to authenticated, service_role;
commit;
