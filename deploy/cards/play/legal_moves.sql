-- Deploy gamekeeper:cards/play/legal_moves to pg
-- requires: cards/rules/legal_moves core/callers/require_user cards/games/game_states cards/players/players cards/games/is_spectator core/errors/raise core/shards/require_slot core/keys/slot_in
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.legal_moves(game_id uuid)
returns setof text
language plpgsql
stable
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _user_id constant text := core.require_user()::text;
  _player_id uuid;
  _game cards.game_states;
begin
  perform core.require_slot(core.slot_in(legal_moves.game_id));
  select p.id into _player_id from cards.players as p where p.user_id = _user_id;
  _game := (select s from cards.game_states as s where s.game_id = legal_moves.game_id);
  if _game.game_id is null or _player_id is null
    or _player_id::text <> all ((_game.state).player_ids) and not cards.is_spectator(_game, _player_id)
  then
    perform core.raise('NOT_FOUND', jsonb_build_object('gameId', legal_moves.game_id));
  end if;
  if not _game.is_forfeit then
    return query select * from cards.legal_moves(_game.state, _player_id);
  end if;
end
$$;
comment on function cards.legal_moves(uuid) is
  'The card ids that the caller may play now; none when it is not the caller''s turn to play a card. Raises: UNAUTHENTICATED, NOT_FOUND. [client]';
revoke all on function cards.legal_moves(uuid) from public;
grant execute on function cards.legal_moves(uuid) to authenticated, service_role;
commit;
