-- Deploy gamekeeper:cards/players/ensure_player to pg
-- requires: auth/jwt core/callers/require_user core/callers/closed_persons core/keys/slot_of core/shards/has_map core/shards/enter core/shards/is_elsewhere core/errors/raise cards/players/players cards/players/open_player cards/errors
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One statement finds the player of somebody whose account is open; whoever it does not find is asked for by core.require_user. The
-- claim is compared as text and never cast, so a sub that is no uuid finds nobody.
-- A plain profile is made at home alone: elsewhere the person may have one that has not come here yet.
create function cards.ensure_player(slot integer)
returns cards.players
language plpgsql
volatile
as $$
declare
  _sub constant text := auth.jwt() ->> 'sub';
  _user_id uuid;
  _player cards.players;
begin
  if core.has_map() then
    perform core.require_user();
    perform core.enter(ensure_player.slot);
  end if;
  select * into _player
  from cards.players as p
  where p.user_id = _sub and not exists (select from core.closed_persons as c where c.person_id = p.user_id::uuid);
  if _player.id is null then
    _user_id := core.require_user();
    if core.is_elsewhere(core.slot_of(_user_id::text)) then
      perform core.raise('PROFILE_NEEDED');
    end if;
    _player := cards.open_player(_user_id::text);
  end if;
  return _player;
end
$$;
comment on function cards.ensure_player(integer) is
  'The first step of a user''s command about a game: enters the game''s slot, and returns the caller''s player, made with a plain profile when '
  'there is none yet. Raises: UNAUTHENTICATED, PROFILE_NEEDED. [helper]';
revoke all on function cards.ensure_player(integer) from public;
commit;
