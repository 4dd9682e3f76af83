-- Deploy gamekeeper:cards/players/open_player to pg
-- requires: cards/players/players cards/players/player_id_of cards/players/plain_profile
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.open_player(user_id text)
returns cards.players
language plpgsql
volatile
as $$
declare
  _id constant uuid := cards.player_id_of(open_player.user_id);
  _player cards.players;
begin
  insert into cards.players as p (id, user_id, display_name, avatar_seed, color)
  select _id, open_player.user_id, n.display_name, n.avatar_seed, n.color
  from cards.plain_profile(open_player.user_id) as n
  on conflict do nothing;
  update cards.players as p
  set user_id = open_player.user_id, deleted_at = null
  where p.id = _id and p.user_id is null;
  select * into strict _player from cards.players as p where p.user_id = open_player.user_id;
  return _player;
end
$$;
comment on function cards.open_player(text) is
  'The player of a person, made with a plain profile when there is none yet. [helper]';
revoke all on function cards.open_player(text) from public;
commit;
