-- Deploy gamekeeper:cards/players/ensure_player to pg
-- requires: cards/players/players cards/players/player_id_of core/callers/require_user
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The id may be there without an account: a log of a server with the same secret brought it, and it is this person's. The
-- same person may call twice at once, and either of the two unique indexes then sees it first.
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
    on conflict do nothing;
    update cards.players as p
    set user_id = _user_id, deleted_at = null
    where p.id = cards.player_id_of(_user_id) and p.user_id is null;
    select * into strict _player from cards.players as p where p.user_id = _user_id;
  end if;
  return _player;
end
$$;
comment on function cards.ensure_player() is
  'The caller''s player, made with a plain profile when there is none yet. Raises: UNAUTHENTICATED. [helper]';
revoke all on function cards.ensure_player() from public;
commit;
