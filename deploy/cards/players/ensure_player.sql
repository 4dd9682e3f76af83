-- Deploy gamekeeper:cards/players/ensure_player to pg
-- requires: cards/players/players core/callers/require_user
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.ensure_player()
returns cards.players
language plpgsql
volatile
as $$
declare
  _user_id constant text := core.require_user()::text;
  _player cards.players;
begin
  select * into _player from cards.players as p where p.user_id = _user_id;
  if not found then
    insert into cards.players (user_id, display_name, avatar_seed, color)
    values (_user_id, 'Player', md5(_user_id), '#808080')
    on conflict on constraint players_user_id_key do update set display_name = players.display_name
    returning * into strict _player;
  end if;
  return _player;
end
$$;
comment on function cards.ensure_player() is
  'The caller''s player, made with a plain profile when there is none yet. Raises: UNAUTHENTICATED. [helper]';
revoke all on function cards.ensure_player() from public;
commit;
