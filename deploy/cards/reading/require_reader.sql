-- Deploy gamekeeper:cards/reading/require_reader to pg
-- requires: cards/games/games core/callers/is_service core/callers/require_user cards/games/game_spectators cards/players/players core/errors/raise core/chance/is_settled core/shards/require_slot core/keys/slot_in
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type cards.reader as (
  player_id uuid,
  status text,
  sees_all boolean
);
comment on type cards.reader is 'Who the caller is to a game that the caller may read.';
comment on column cards.reader.player_id is 'The caller''s player; null for the service and for who never played.';
comment on column cards.reader.status is 'The game''s status, as in cards.games.';
comment on column cards.reader.sees_all is
  'Nothing is hidden: the caller is the service, or the game is completed and the transaction that completed it has '
  'ended.';

create function cards.require_reader(game_id uuid)
returns cards.reader
language plpgsql
stable
as $$
declare
  _user_id uuid;
  _game cards.games;
begin
  if not core.is_service() then
    _user_id := core.require_user();
  end if;
  perform core.require_slot(core.slot_in(require_reader.game_id));
  select * into _game from cards.games as g where g.id = require_reader.game_id;
  if not found
    or _user_id is not null and _user_id <> all (_game.member_ids) and not (_game.is_public and _game.status = 'completed')
    and not exists (
      select from cards.game_spectators as s
      join cards.players as p on p.id = s.player_id
      where s.game_id = require_reader.game_id and p.user_id = _user_id::text
    )
  then
    perform core.raise('NOT_FOUND', jsonb_build_object('gameId', require_reader.game_id));
  end if;
  return row(
    (select p.id from cards.players as p where p.user_id = _user_id::text),
    _game.status,
    _user_id is null or _game.status = 'completed' and core.is_settled(_game.completed_in)
  )::cards.reader;
end
$$;
comment on function cards.require_reader(uuid) is
  'Who the caller is to a game: those in it read it while it runs, and everybody who could see it after completion. '
  'Raises: UNAUTHENTICATED, NOT_FOUND. [helper]';
revoke all on function cards.require_reader(uuid) from public;
commit;
