-- Deploy gamekeeper:cards/reading/may_read to pg
-- requires: cards/games/games core/callers/is_service core/errors/raise core/callers/require_user cards/players/players
begin;
set local role gamekeeper;
create type cards.access as (
  player_id uuid,
  is_open boolean
);
comment on type cards.access is 'How a caller may read a game.';
comment on column cards.access.player_id is 'The caller''s player; null for the service and for who never played.';
comment on column cards.access.is_open is 'Nothing is hidden: the caller is the service, or the game is completed.';

create function cards.may_read(game_id uuid)
returns cards.access
language plpgsql
stable
as $$
declare
  _user_id uuid;
  _game cards.games;
begin
  select * into _game from cards.games as g where g.id = may_read.game_id;
  if core.is_service() then
    if _game.id is null then
      perform core.raise('NOT_FOUND', jsonb_build_object('gameId', may_read.game_id));
    end if;
    return row(null, true)::cards.access;
  end if;
  _user_id := core.require_user();
  if (_user_id = any (_game.member_ids) or _game.is_public and _game.status = 'completed') is not true then
    perform core.raise('NOT_FOUND', jsonb_build_object('gameId', may_read.game_id));
  end if;
  return row((select p.id from cards.players as p where p.user_id = _user_id::text), _game.status = 'completed')::cards.access;
end
$$;
comment on function cards.may_read(uuid) is
  'Who the caller is to a game: those in it read it while it runs, and everybody who could see it after completion. Raises: NOT_FOUND, UNAUTHENTICATED.';
revoke all on function cards.may_read(uuid) from public;
commit;
