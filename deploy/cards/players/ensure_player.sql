-- Deploy gamekeeper:cards/players/ensure_player to pg
-- requires: core/callers/require_user core/keys/slot_of core/shards/enter core/shards/is_elsewhere core/errors/raise cards/players/players cards/players/open_player cards/errors
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A plain profile is made at home alone: elsewhere the person may have one that has not come here yet.
create function cards.ensure_player(slot integer)
returns cards.players
language plpgsql
volatile
as $$
declare
  _user_id constant text := core.require_user()::text;
  _player cards.players;
begin
  perform core.enter(ensure_player.slot);
  select * into _player from cards.players as p where p.user_id = _user_id;
  if not found then
    if core.is_elsewhere(core.slot_of(_user_id)) then
      perform core.raise('PROFILE_NEEDED');
    end if;
    _player := cards.open_player(_user_id);
  end if;
  return _player;
end
$$;
comment on function cards.ensure_player(integer) is
  'The first step of a user''s command about a game: enters the game''s slot, and returns the caller''s player, made with a plain profile when '
  'there is none yet. Raises: UNAUTHENTICATED, PROFILE_NEEDED. [helper]';
revoke all on function cards.ensure_player(integer) from public;
commit;
