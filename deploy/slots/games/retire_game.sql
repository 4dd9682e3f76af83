-- Deploy gamekeeper:slots/games/retire_game to pg
-- requires: core/errors/raise core/keys/wall_clock core/callers/require_operator slots/checks/check_text slots/games/games
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A bet that is being placed at the same instant may still come through: no player's call waits for this one, nor this
-- one for them. It is a placed bet like any other.
create function slots.retire_game(game_id uuid, reason text)
returns slots.games
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _game slots.games;
begin
  perform core.require_operator();
  perform slots.check_text('reason', retire_game.reason, 200);
  update slots.games as g
  set deleted_at = core.wall_clock(), retired_reason = retire_game.reason
  where g.game_id = retire_game.game_id and g.deleted_at is null
  returning * into _game;
  if not found then
    select * into _game from slots.games as g where g.game_id = retire_game.game_id;
    if not found then
      perform core.raise('NOT_FOUND', jsonb_build_object('gameId', retire_game.game_id));
    end if;
  end if;
  return _game;
end
$$;
comment on function slots.retire_game(uuid, text) is
  'Operators and the service: withdraws a game, which clients then do not see: no session begins and no bet is placed '
  'on it, placed bets are played, its history stays and every spin of it can be verified. A game that is withdrawn '
  'already stays as it is. Raises: FORBIDDEN, INVALID_INPUT, NOT_FOUND. [operator] [repeat: natural]';
revoke all on function slots.retire_game(uuid, text) from public;
grant execute on function slots.retire_game(uuid, text) to authenticated, service_role;
commit;
