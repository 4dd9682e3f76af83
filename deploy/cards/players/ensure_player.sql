-- Deploy gamekeeper:cards/players/ensure_player to pg
-- requires: cards/players/players cards/players/player_id_of core/callers/require_user
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The id may be there without an account: a log of a server with the same secret brought it, and it is this person's.
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
    _player.id := cards.player_id_of(_user_id);
    insert into cards.players as p (id, user_id, display_name, avatar_seed, color)
    values (_player.id, _user_id, 'Player', _player.id::text, '#808080')
    on conflict on constraint players_pkey do update set user_id = excluded.user_id, deleted_at = null
    returning * into strict _player;
  end if;
  return _player;
end
$$;
comment on function cards.ensure_player() is
  'The caller''s player, made with a plain profile when there is none yet. Raises: UNAUTHENTICATED. [helper]';
revoke all on function cards.ensure_player() from public;
commit;
